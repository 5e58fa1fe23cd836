import type { FileWindow } from './file-window';

const LF = 0x0a;

/** Where a line lies in the window. */
export interface CutLine {
  readonly from: number;
  /** Behind the line, its end left out. */
  readonly to: number;
  /** It is larger than a record may be, and no longer in the window. */
  readonly tooLarge: boolean;
}

/** Cuts the lines of a file that are not blank. A line beyond the limit is skipped, and never held in memory. */
export async function* cutLines(window: FileWindow, maxRecordBytes: number): AsyncGenerator<CutLine> {
  const most = Math.ceil(maxRecordBytes / window.unitBytes);
  let from = 0;
  let looked = 0;
  for (;;) {
    const { units, base, end } = window;
    const found = units.indexOf(LF, looked - base);
    const lineEnd = found < 0 || found >= end - base ? null : base + found;
    if (lineEnd === null && !window.complete) {
      looked = end;
      await window.more(end - from > most ? end : from);
      continue;
    }
    const to = lineEnd ?? end;
    const tooLarge = to - from > most;
    if (tooLarge || !isBlank(window, from, to)) yield { from, to: withoutReturn(window, from, to), tooLarge };
    if (lineEnd === null) return;
    from = looked = lineEnd + 1;
  }
}

function withoutReturn({ units, base }: FileWindow, from: number, to: number): number {
  return to > from && to > base && units[to - 1 - base] === 0x0d ? to - 1 : to;
}

function isBlank({ units, base }: FileWindow, from: number, to: number): boolean {
  for (let at = from - base; at < to - base; at += 1) if ((units[at] ?? 0) > 0x20) return false;
  return true;
}
