/** A half-open stretch `[start, end)` of the decoded record, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span of `value` inside `line`, where `line` starts at `lineStart` of the record; null when it is not there. */
export function spanWithin(line: string, lineStart: number, value: string): Span | null {
  const at = line.indexOf(value);
  if (value === '' || at < 0) return null;
  return { start: lineStart + at, end: lineStart + at + value.length };
}
