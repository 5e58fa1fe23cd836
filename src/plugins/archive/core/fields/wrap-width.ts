import type { Line } from '../text/lines';

/** Columns between which programs wrap text: mail at 64-72, terminals at 80-132. */
const NARROWEST = 50;
const WIDEST = 140;
/** Fewer wrapped lines prove nothing. Hardly any page without wrapping keeps all its lines short. */
const FEWEST_WRAPPED = 3;
const LEAST_SHARE = 0.7;
/**
 * Shares of the lines that keep to the width, tried in turn: titles, addresses, notices and tables may stick out. The
 * more lines do, the more must speak for the width.
 */
const TRIALS = [
  { within: 1, wrapped: 10, share: 0.4 },
  { within: 0.99, wrapped: 10, share: 0.4 },
  { within: 1, wrapped: FEWEST_WRAPPED, share: LEAST_SHARE },
  { within: 0.98, wrapped: FEWEST_WRAPPED, share: LEAST_SHARE },
  { within: 0.95, wrapped: FEWEST_WRAPPED, share: LEAST_SHARE },
  { within: 0.9, wrapped: 8, share: 0.8 },
  { within: 0.8, wrapped: 12, share: 0.85 },
] as const;

/**
 * The column at which a record was hard-wrapped, in characters from the left edge, or null where it was not clearly.
 * It is wrapped where hardly a line is longer, and where lines that go on in the next line are nearly always so full
 * that the next line's first word had no room.
 */
export function wrapWidthOf(lines: readonly Line[]): number | null {
  const lengths = lines.filter((line) => line.text !== '').map(endOf);
  lengths.sort((one, other) => one - other);
  for (const { within, wrapped, share } of TRIALS) {
    const width = lengths[Math.floor((lengths.length - 1) * within)] ?? 0;
    if (width < NARROWEST || width > WIDEST) continue;
    const { full, continued } = wrappedAt(lines, width);
    if (full >= wrapped && full >= continued * share) return width;
  }
  return null;
}

/** How many lines go on in the next line, and how many of these are full at this width. */
function wrappedAt(lines: readonly Line[], width: number): { full: number; continued: number } {
  let continued = 0;
  let full = 0;
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    if (next === undefined || next.text === '' || next.indent < line.indent || opensItem(next)) return;
    if (line.text.length < NARROWEST / 2 || endOf(line) < width * 0.6 || endOf(line) > width) return;
    continued += 1;
    if (isFull(line, next, width)) full += 1;
  });
  return { full, continued };
}

/** Programs break a column or two before their width. */
const SLACK = 2;

/** `  * Home` and the like open an item of their own, however full the line before is. */
const OPENS_ITEM = /^(?:(?:[*+•◦▪□☆○●■–-]|o|\d{1,3}\.|\[\d{1,4}\])\s|\(BUTTON\)|\[|[_━─═=*-]{5})/;

export function opensItem({ text }: Line): boolean {
  return OPENS_ITEM.test(text);
}

/** Whether a line keeps to the width and the first word of the next line would not have fitted on it. */
export function isFull(line: Line, next: Line, width: number): boolean {
  const space = next.text.search(/\s/);
  const firstWord = space < 0 ? next.text.length : space;
  return endOf(line) <= width && endOf(line) + 1 + firstWord > width - SLACK;
}

function endOf(line: Line): number {
  return line.indent + line.text.length;
}
