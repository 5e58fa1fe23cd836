import { datesIn } from '../../dates/read-dates';
import type { Span } from '../../span';
import { linesOf } from '../../text/lines';

/** What stands before the first label, without labels of its own. */
export interface Front {
  readonly source: Span | undefined;
  readonly date: Span | undefined;
  readonly title: Span | undefined;
}

const COPYRIGHT = /^(?:Copyright|©|\(c\))|All Rights Reserved/i;
const EDITION = /\bedition\b|^\d+ words$/i;
const MOST_LINES = 60;

/**
 * Paper, date and headline of a document. LexisNexis gives the paper, its date, and then the headline; Nexis Uni gives
 * the headline first. What stands between is an edition or the copyright.
 */
export function readFront(text: string): Front {
  const lines = linesOf(text)
    .filter((line) => line.text !== '' && !COPYRIGHT.test(line.text))
    .slice(0, MOST_LINES);
  const dated = lines.findIndex((line) => isDate(line.text));
  if (dated < 0) return { source: undefined, date: undefined, title: spanOfLines(lines.slice(0, 1)) };
  const behind = lines.slice(dated + 1).filter((line) => !EDITION.test(line.text));
  const title = behind.length > 0 ? behind : lines.slice(0, Math.max(0, dated - 1));
  return { source: lines[dated - 1], date: lines[dated], title: spanOfLines(title) };
}

/** `May 4, 2001, Friday`: nothing but a date. */
function isDate(line: string): boolean {
  if (line.length > 80) return false;
  const [reading] = datesIn(line).readings;
  return reading !== undefined && reading.end - reading.start >= line.length * 0.5;
}

function spanOfLines(lines: readonly Span[]): Span | undefined {
  const [first] = lines;
  const last = lines.at(-1);
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end };
}
