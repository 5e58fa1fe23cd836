import {
  calendarMark,
  type DateMatch,
  fullYear,
  type PossibleDate,
  shortNumber,
  twoDigitConfidence,
} from './date-match';
import { type DateOrder, isPublicationYear } from './date-reading';
import { isHijriYear } from './hijri-date';
import { clockAt, compactClockAt } from './clock-time';
import type { Token } from './tokens';
import { exists } from './written-date';

const SEPARATORS: ReadonlySet<string> = new Set(['/', '-', '.']);

/** Three numbers in the shape of a date: `2016-07-14`, `14/07/2016`, `14. 07. 2016`, `06.11.23`, `9/10/1437 هـ`. */
export function numericDateAt(tokens: readonly Token[], index: number): DateMatch | null {
  const [first, mark, second, sameMark, third] = tokens.slice(index, index + 5);
  if (first?.kind !== 'number' || second?.kind !== 'number' || third?.kind !== 'number') return null;
  if (mark === undefined || !SEPARATORS.has(mark.key) || sameMark?.key !== mark.key) return null;
  if (second.key.length > 2 || !isEvenlySpaced(tokens, index)) return null;
  if (isInsideLonger(tokens, index, index + 4)) return null;
  const named = calendarMark(tokens, index + 5);
  const next = named?.next ?? index + 5;
  const numbers = { first: first.key, second: Number(second.key), third: third.key };
  const shape = {
    next,
    hijri: named?.calendar === 'hijri',
    dotted: mark.key === '.',
    dashed: mark.key === '-',
  };
  if (first.key.length === 4) return shortNumber(third) === null ? null : yearFirst(numbers, shape);
  if (first.key.length > 2) return null;
  if (third.key.length === 2 && third.spaced) return null;
  return third.key.length === 2 ? twoDigitYear(numbers, shape) : yearLast(numbers, shape);
}

/** `20160714T102200Z`; without a time, eight digits may be any number. */
export function compactDateAt(tokens: readonly Token[], index: number): DateMatch | null {
  const token = tokens[index];
  if (token?.kind !== 'number' || token.key.length !== 8 || tokens[index + 1]?.spaced !== false) return null;
  if (compactClockAt(tokens, index + 2) === null) return null;
  const numbers = {
    first: token.key.slice(0, 4),
    second: Number(token.key.slice(4, 6)),
    third: token.key.slice(6),
  };
  return yearFirst(numbers, { next: index + 1, hijri: false, dotted: false, dashed: false });
}

interface Numbers {
  readonly first: string;
  readonly second: number;
  readonly third: string;
}

interface Shape {
  readonly next: number;
  readonly hijri: boolean;
  readonly dotted: boolean;
  readonly dashed: boolean;
}

/** `14/07/2016`, `14 / 07 / 2016` and `14. 07. 2016` are dates, `3 -1-2016` is not. */
function isEvenlySpaced(tokens: readonly Token[], index: number): boolean {
  const [, mark, second, sameMark, third] = tokens.slice(index, index + 5);
  return mark?.spaced === sameMark?.spaced && second?.spaced === third?.spaced;
}

/** Part of an address, a version or a telephone number: `10.10.20.16`, `/2016/07/14/`, `+49-14-07-2016-3`. */
function isInsideLonger(tokens: readonly Token[], first: number, last: number): boolean {
  const before = tokens[first - 1];
  if (before !== undefined && tokens[first]?.spaced === false) {
    if (/^[/_=#&\\]$/.test(before.key) || (before.kind === 'word' && /[a-z]/.test(before.key))) return true;
    if (/^[.+-]$/.test(before.key) && tokens[first - 2]?.kind !== 'word') return true;
  }
  const mark = tokens[last + 1];
  const after = tokens[last + 2];
  if (mark === undefined || mark.spaced || after === undefined || after.spaced) return false;
  if (!/^[./_-]$/.test(mark.key)) return false;
  return clockAt(tokens, last + 2) === null && after.kind !== 'mark';
}

function yearFirst({ first, second, third }: Numbers, shape: Shape): DateMatch | null {
  const date = { year: Number(first), month: second, day: Number(third) };
  return built([{ ...date, order: 'year-month-day' }], shape, 'iso', 0.95);
}

function yearLast({ first, second, third }: Numbers, shape: Shape): DateMatch | null {
  if (third.length < 4 || third.length > 5) return null;
  return built(eitherOrder(Number(first), second, Number(third)), shape, 'numeric', 0.9);
}

function twoDigitYear({ first, second, third }: Numbers, shape: Shape): DateMatch | null {
  const dates = eitherOrder(Number(first), second, fullYear(Number(third)));
  // `16-07-14` may start with its year; with dots or slashes hardly anybody wrote so.
  const order: DateOrder = 'year-month-day';
  if (shape.dashed) dates.push({ year: fullYear(Number(first)), month: second, day: Number(third), order });
  const match = built(dates, { ...shape, hijri: false }, 'two-digit-year', twoDigitConfidence(Number(third)));
  // Without a full year, three numbers that are no date are just three numbers.
  return match === null || match.possible.length === 0 ? null : match;
}

function eitherOrder(first: number, second: number, year: number): PossibleDate[] {
  return [
    { year, month: second, day: first, order: 'day-month-year' },
    { year, month: first, day: second, order: 'month-day-year' },
  ];
}

function built(dates: PossibleDate[], shape: Shape, form: string, confidence: number): DateMatch | null {
  const calendar = shape.hijri ? 'hijri' : 'gregorian';
  const inRange = shape.hijri ? isHijriYear : isPublicationYear;
  const year = dates[0]?.year ?? 0;
  const slip = /^(?:19|20)\d{3}$/.test(String(year));
  if (!inRange(year) && !slip) return null;
  const possible = dates.filter((date) => inRange(date.year) && exists(date, calendar));
  return { next: shape.next, calendar, form, possible, confidence, dotted: shape.dotted };
}
