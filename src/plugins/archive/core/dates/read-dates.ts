import { type Issue, issue } from '../issue';
import type { ClockTime } from './clock-time';
import type { DateMatch } from './date-match';
import type { DateOptions, DateReading, DatesFound } from './date-reading';
import {
  type PrintedWeekday,
  timeAfter,
  timeBelongs,
  weekdayAfter,
  weekdayBefore,
} from './date-surroundings';
import { clockAt } from './clock-time';
import { compactDateAt, numericDateAt } from './numeric-date';
import { joinCalendars } from './join-calendars';
import { settle } from './settle-date';
import { type Token, tokensOf } from './tokens';
import { writtenDateAt } from './written-date';

/** A year of three or more digits, or the last two of one after a mark: most lines of prose have neither. */
const COULD_BE_DATE = /[0-9٠-٩۰-۹]{3}|[-‐‑–—/.'’] ?[0-9٠-٩۰-۹]/;

/**
 * Every calendar date of a short text, such as a line, in the order of the text.
 *
 * Dates are a closed grammar: numbers, month names (English, German, French, Spanish, Portuguese, Italian, Dutch, and
 * Arabic of the Levant, the Gulf, Egypt and the Maghreb), Hijri dates, Western, Arabic and Persian digits. Relative
 * dates ("last month") and dates without a year are none. A date that cannot be is no reading but an issue. Where a
 * date stands in both calendars the Gregorian one is read. Linear in the length of the text.
 */
export function datesIn(text: string, options: DateOptions = {}): DatesFound {
  if (!COULD_BE_DATE.test(text)) return { readings: [], issues: [] };
  const tokens = tokensOf(text);
  const readings: DateReading[] = [];
  const issues: Issue[] = [];
  let time: (ClockTime & { readonly first: number }) | null = null;
  let from = 0;
  for (let index = 0; index < tokens.length; ) {
    const match = tokens[index]?.kind === 'mark' ? null : dateAt(tokens, index);
    if (match === null) {
      const clock = clockAt(tokens, index);
      if (clock !== null) time = { ...clock, first: index };
      index = clock?.next ?? index + 1;
      continue;
    }
    const placed = place(tokens, index, match, from, time);
    const made = reading(text, tokens, placed, options);
    if ('code' in made) issues.push(made);
    else readings.push(made);
    time = null;
    from = placed.next;
    index = placed.next;
  }
  return { readings: joinCalendars(text, readings, options.at ?? 0), issues };
}

function dateAt(tokens: readonly Token[], index: number): DateMatch | null {
  return numericDateAt(tokens, index) ?? compactDateAt(tokens, index) ?? writtenDateAt(tokens, index);
}

/** A match with the weekday and time around it, as indexes of tokens. */
interface Placed {
  readonly match: DateMatch;
  readonly weekday: PrintedWeekday | null;
  readonly time: string | null;
  readonly first: number;
  readonly next: number;
  /** `14-15 July`: the day is the last of several. */
  readonly ranged: boolean;
}

function place(
  tokens: readonly Token[],
  index: number,
  match: DateMatch,
  from: number,
  earlier: (ClockTime & { readonly first: number }) | null,
): Placed {
  const before = weekdayBefore(tokens, index);
  const ahead = before !== null && before.first >= from ? before : null;
  const behind = ahead === null ? weekdayAfter(tokens, match.next) : null;
  const dateEnd = behind?.next ?? match.next;
  const later = timeAfter(tokens, dateEnd);
  const dateStart = ahead?.first ?? index;
  const leading =
    later === null && earlier !== null && timeBelongs(tokens, earlier.next, dateStart) ? earlier : null;
  return {
    match,
    weekday: ahead ?? behind,
    time: (later ?? leading)?.time ?? null,
    first: leading?.first ?? dateStart,
    next: later?.next ?? dateEnd,
    ranged: isRanged(tokens, index),
  };
}

function isRanged(tokens: readonly Token[], index: number): boolean {
  const [number, mark] = [tokens[index - 2], tokens[index - 1]];
  const glued = mark?.spaced === false && tokens[index]?.spaced === false;
  return number?.kind === 'number' && number.key.length <= 2 && glued && ['-', '/', '&'].includes(mark.key);
}

function reading(
  text: string,
  tokens: readonly Token[],
  placed: Placed,
  options: DateOptions,
): DateReading | Issue {
  const at = options.at ?? 0;
  const from = tokens[placed.first]?.start ?? 0;
  const to = tokens[placed.next - 1]?.end ?? from;
  const span = { start: at + from, end: at + to };
  const printed = text.slice(from, to);
  const settled = settleWith(placed, options);
  if (settled === null) return issue('date-impossible', span, printed);
  const { ambiguous, ...value } = settled;
  return {
    ...span,
    ...value,
    rule: placed.ranged ? `${value.rule}:last-of-several` : value.rule,
    confidence: placed.ranged ? Math.min(value.confidence, 0.5) : value.confidence,
    text: printed,
    time: placed.time,
    issues: ambiguous ? [issue('date-ambiguous', span, printed)] : [],
  };
}

function settleWith({ match, weekday }: Placed, { order }: DateOptions): ReturnType<typeof settle> {
  const settled = settle(match, weekday?.weekday ?? null, order);
  if (weekday?.weak !== true || settled?.weekdayFits !== false) return settled;
  return settle(match, null, order);
}
