import type { Repair } from './mojibake';

/** Where a position of the text as first decoded lies after the repairs; one inside a run moves to its start. */
export function positionAfterRepairs(repairs: readonly Repair[], position: number): number {
  let shift = 0;
  for (const { start, end, original } of repairs) {
    const originalStart = start - shift;
    if (position < originalStart) break;
    if (position < originalStart + original.length) return start;
    shift += end - start - original.length;
  }
  return position + shift;
}

/**
 * The text as first decoded, up to a position of the repaired text. Inside a run, each byte of the repaired
 * characters' UTF-8 was one character of the original, so the place is exact.
 */
export function originalPrefix(text: string, repairs: readonly Repair[], position: number): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, original } of repairs) {
    if (position <= start) break;
    parts.push(text.slice(from, start));
    if (position < end) {
      const misread = new TextEncoder().encode(text.slice(start, position)).length;
      return parts.join('') + original.slice(0, misread);
    }
    parts.push(original);
    from = end;
  }
  return parts.join('') + text.slice(from, Math.max(from, position));
}
