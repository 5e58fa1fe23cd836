import { type ClockTime, clockAt, compactClockAt } from './clock-time';
import type { Token } from './tokens';
import { WEEKDAY_TAIL, WEEKDAYS } from './weekday-names';

/** A printed weekday, 0 for Sunday, and the tokens it takes. */
export interface PrintedWeekday {
  readonly weekday: number;
  readonly first: number;
  readonly next: number;
  /** `do`, `so`, `mi`: words of their own in other languages, which count only where they fit. */
  readonly weak: boolean;
}

const BEFORE_DATE: ReadonlySet<string> = new Set([
  ...',.-|)('.split(''),
  ...'the le den el il on dem الموافق موافق'.split(' '),
]);
const BEFORE_TIME: ReadonlySet<string> = new Set([
  ...',-|/@(.:;·•'.split(''),
  ...'at um a as om alle ore las t kl h الساعه في على'.split(' '),
]);
const AFTER_TIME: ReadonlySet<string> = new Set([
  ...',-|/·•.'.split(''),
  ...'on le am den el of يوم'.split(' '),
]);

/** The weekday before a date that starts at `index`: `Thursday, `, `Donnerstag, den `, `يوم الخميس الموافق `. */
export function weekdayBefore(tokens: readonly Token[], index: number): PrintedWeekday | null {
  let at = index - 1;
  while (at >= index - 2 && BEFORE_DATE.has(tokens[at]?.key ?? '')) at -= 1;
  const tail = tokens[at]?.key === WEEKDAY_TAIL && tokens[at - 1]?.key === '-';
  const first = tail ? at - 2 : at;
  return weekdayToken(tokens, first, first, index);
}

/** The weekday after a date that ends before `index`: `, Thursday`, ` (Thursday)`; not one that starts the next date. */
export function weekdayAfter(tokens: readonly Token[], index: number): PrintedWeekday | null {
  let at = index;
  while (at < index + 2 && [',', '('].includes(tokens[at]?.key ?? '')) at += 1;
  const bracket = tokens[at - 1]?.key === '(' && tokens[at + 1]?.key === ')';
  const found = weekdayToken(tokens, at, index, bracket ? at + 2 : at + 1);
  if (found === null || found.weak) return null;
  const after = tokens[found.next];
  const following = after?.key === ',' ? tokens[found.next + 1] : after;
  return following?.kind === 'number' || (tokens[at]?.text.length === 3 && after?.kind === 'word')
    ? null
    : found;
}

function weekdayToken(
  tokens: readonly Token[],
  at: number,
  first: number,
  next: number,
): PrintedWeekday | null {
  const token = tokens[at];
  const weekday = token?.kind === 'word' ? WEEKDAYS.get(token.key) : undefined;
  if (token === undefined || weekday === undefined) return null;
  return { weekday, first, next, weak: token.key.length <= 3 && token.text === token.key && token.key < '~' };
}

/** The time after a date that ends before `index`: `, 10:45 am`, `T10:22:00+03:00`, ` - الساعة 10:45`. */
export function timeAfter(tokens: readonly Token[], index: number): ClockTime | null {
  let at = index;
  while (at < index + 3 && BEFORE_TIME.has(tokens[at]?.key ?? '')) at += 1;
  return clockAt(tokens, at) ?? compactClockAt(tokens, at);
}

/** True when only such words as `on` or `|` stand between a time and the date that follows it. */
export function timeBelongs(tokens: readonly Token[], timeEnd: number, dateStart: number): boolean {
  if (dateStart - timeEnd > 3) return false;
  return tokens.slice(timeEnd, dateStart).every((token) => AFTER_TIME.has(token.key));
}
