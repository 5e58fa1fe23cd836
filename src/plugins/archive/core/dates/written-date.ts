import { isDay } from './calendar';
import {
  calendarMark,
  type DateMatch,
  fullYear,
  type PossibleDate,
  shortNumber,
  twoDigitConfidence,
} from './date-match';
import { isPublicationYear } from './date-reading';
import { gregorianOfHijri, isHijriYear } from './hijri-date';
import { type MonthAt, monthAt } from './named-month';
import { WEAK_NAMES } from './month-names';
import type { Token } from './tokens';

const ORDINALS: ReadonlySet<string> = new Set('st nd rd th er re e eme o a te ste de'.split(' '));
const DAY_LINKS: ReadonlySet<string> = new Set([...".,-/'".split(''), ...'of de di d del من'.split(' ')]);
const YEAR_LINKS: ReadonlySet<string> = new Set([
  ...'.,-/'.split(''),
  ...'of de del do lit عام سنه لعام لسنه'.split(' '),
]);

/** A date with a named month that starts at a token: `14 July 2016`, `July 14, 2016`, `2016-Jul-14`, `July 2016`. */
export function writtenDateAt(tokens: readonly Token[], index: number): DateMatch | null {
  const token = tokens[index];
  if (token === undefined || token.kind === 'mark') return null;
  if (token.kind === 'word') return monthFirst(tokens, index);
  return token.key.length <= 2 ? dayFirst(tokens, index) : yearFirst(tokens, index);
}

/** `14 July 2016`, `14th of July, 2016`, `14-Jul-16`, `9 شوال 1437 هـ`. */
function dayFirst(tokens: readonly Token[], index: number): DateMatch | null {
  const day = shortNumber(tokens[index]);
  // `No 98 January 2016`: no slip of the pen makes a day of 98.
  if (day === null || day >= 40) return null;
  const ordinal = ORDINALS.has(tokens[index + 1]?.key ?? '') ? index + 2 : index + 1;
  const month = monthAt(tokens, afterLinks(tokens, ordinal, DAY_LINKS, 2));
  if (month === null) return null;
  const tail = yearAt(tokens, month);
  return tail && matched(month, tail, day, 'day-month-year');
}

/** `July 14, 2016`, `July 2016`. */
function monthFirst(tokens: readonly Token[], index: number): DateMatch | null {
  const month = monthAt(tokens, index);
  if (month === null) return null;
  const dayIndex = tokens[month.next]?.key === '.' ? month.next + 1 : month.next;
  const day = shortNumber(tokens[dayIndex]);
  if (day !== null) {
    const ordinal = ORDINALS.has(tokens[dayIndex + 1]?.key ?? '') ? dayIndex + 2 : dayIndex + 1;
    const tail = yearAt(tokens, { ...month, next: ordinal }, true);
    return tail && matched(month, tail, day, 'month-day-year');
  }
  const tail = yearAt(tokens, month, true);
  if (tail === null || isWeak(tokens[index], month.name)) return null;
  return matched(month, tail, null, 'month-year');
}

/** `may 2016` can be a verb and `out 2016` a result; a capital makes the English ones names. */
function isWeak(token: Token | undefined, name: string): boolean {
  if (!WEAK_NAMES.has(name)) return false;
  return !(name === 'may' || name === 'march' || name === 'mars') || token?.text.charAt(0) === name.charAt(0);
}

/** `2016-Jul-14`, `2016 July 14`. */
function yearFirst(tokens: readonly Token[], index: number): DateMatch | null {
  const year = tokens[index];
  if (year?.key.length !== 4) return null;
  const month = monthAt(tokens, afterLinks(tokens, index + 1, YEAR_LINKS, 1));
  if (month === null) return null;
  const dayIndex = afterLinks(tokens, month.next, DAY_LINKS, 1);
  const day = shortNumber(tokens[dayIndex]);
  // `2016 July 14, 2017` belongs to the second year, `2016, July 10:45` is a time.
  if (day === null || [':', ','].includes(tokens[dayIndex + 1]?.key ?? '')) return null;
  const mark = calendarMark(tokens, dayIndex + 1);
  const tail = { year: Number(year.key), next: mark?.next ?? dayIndex + 1, confidence: 0.9 };
  return matched(month, tail, day, 'year-month-day');
}

function afterLinks(
  tokens: readonly Token[],
  index: number,
  links: ReadonlySet<string>,
  most: number,
): number {
  let next = index;
  while (next < index + most && links.has(tokens[next]?.key ?? '')) next += 1;
  return next;
}

interface Tail {
  readonly year: number;
  readonly next: number;
  readonly confidence: number;
}

/** The year after a month, with its calendar's mark: ` 2016`, `, 2016`, ` de 2016`, `-16`, ` '16`, ` 1437 هـ`. */
function yearAt(tokens: readonly Token[], month: MonthAt, fullOnly = false): Tail | null {
  const index = afterLinks(tokens, month.next, YEAR_LINKS, 2);
  const token = tokens[index];
  const short = fullOnly ? null : shortYear(tokens, index, month.next);
  if (short !== null) return short;
  if (token?.kind !== 'number' || isClock(tokens, index)) return null;
  const length = token.key.length;
  if (length < 3 || length > 5 || (length === 3 && month.calendar !== 'hijri')) return null;
  return {
    year: Number(token.key),
    next: calendarMark(tokens, index + 1)?.next ?? index + 1,
    confidence: 0.95,
  };
}

function isClock(tokens: readonly Token[], index: number): boolean {
  return tokens[index + 1]?.key === ':' && tokens[index + 2]?.kind === 'number';
}

function shortYear(tokens: readonly Token[], index: number, from: number): Tail | null {
  const quoted = tokens[from]?.key === "'" && tokens[from + 1]?.spaced === false;
  const linked = index === from + 1 && ['-', '/'].includes(tokens[from]?.key ?? '') && !tokens[index]?.spaced;
  const token = quoted ? tokens[from + 1] : linked ? tokens[index] : undefined;
  if (token?.kind !== 'number' || token.key.length !== 2) return null;
  const short = Number(token.key);
  return {
    year: fullYear(short),
    next: (quoted ? from + 1 : index) + 1,
    confidence: twoDigitConfidence(short),
  };
}

function matched(month: MonthAt, tail: Tail, day: number | null, form: string): DateMatch | null {
  const { calendar } = month;
  const { year, next } = tail;
  const known = calendar === 'hijri' ? isHijriYear(year) : isPublicationYear(year);
  if (!known && !isSlip(year)) return null;
  const through = day === null ? month.through : null;
  const date: PossibleDate = { year, month: month.month, day, order: null };
  const read = through === null ? date : { ...date, through };
  const possible = known && exists(date, calendar) ? [read] : [];
  const sure = day === null ? Math.min(tail.confidence, 0.75) : tail.confidence;
  const agreed = through !== null || month.agreed;
  const confidence = agreed ? sure : 0.2;
  return { next, calendar, form: agreed ? form : `${form}:months-disagree`, possible, confidence };
}

/** `20116`, `2961`: somebody meant a year of ours; 1066 and 44 are history. */
function isSlip(year: number): boolean {
  return /^(?:19|20)\d{3}$/.test(String(year)) || (year >= 2200 && year <= 2999);
}

/** True for a month, and for a day that its calendar has. */
export function exists({ year, month, day }: PossibleDate, calendar: 'gregorian' | 'hijri'): boolean {
  if (calendar === 'hijri') return gregorianOfHijri(year, month, day ?? 1) !== null;
  return day === null ? month >= 1 && month <= 12 : isDay({ year, month, day });
}
