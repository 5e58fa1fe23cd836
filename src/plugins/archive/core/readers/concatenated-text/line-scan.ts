import type { FileWindow } from '../slices/file-window';

/** A line of a file, by its positions in the window. */
export interface FileLine {
  readonly from: number;
  /** Behind the text of the line. */
  readonly to: number;
  /** Behind its line end. */
  readonly next: number;
}

/** Lines longer than this part nothing; their rest is passed over. */
export const LONGEST_SEPARATOR = 400;

const LF = 0x0a;
const FORM_FEED = 0x0c;
const CR = 0x0d;

/** The line at `from`, if its end is at hand; a form feed is a line end of its own. */
export function lineAt(window: FileWindow, from: number, lookFrom: number): FileLine | null {
  const { units, base, end, complete } = window;
  for (let at = lookFrom - base; at < end - base; at += 1) {
    const unit = units[at];
    if (unit !== LF && unit !== FORM_FEED && unit !== CR) continue;
    if (unit === CR && at + 1 >= end - base && !complete) return null;
    const length = unit === CR && units[at + 1] === LF && at + 1 < end - base ? 2 : 1;
    return { from, to: base + at, next: base + at + length };
  }
  return complete ? { from, to: end, next: end } : null;
}
