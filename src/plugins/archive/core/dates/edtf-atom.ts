import { isValid } from '@edtf-ts/core';
import { type Day, daysInMonth, isoDay } from './calendar';

/**
 * One EDTF date, season or date with time; never an interval or a set. `null` is a day outside the years 0001-9999, or
 * a year of which nothing is known. `order` is a number to compare intervals by: year * 10,000 + month * 100 + day.
 */
export interface Atom {
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly order: { readonly earliest: number; readonly latest: number };
  readonly kind: 'date' | 'time' | 'long-year';
  /** True when a digit is left open with `X`. */
  readonly unspecified: boolean;
}

/** `1985-04-12T23:20:30+03:00`: hours to 23, offsets to 23:59. The library lets `-05:60` and `+24` pass. */
const DATE_TIME = /^-?\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3])(?::[0-5]\d)?)?$/;

/** `-2004-06-XX`, `201X`, `2001-21`, `1950S2`, once the qualifiers are gone. */
const DATE = /^(-?)([0-9X]{4})(?:S(\d{1,4}))?(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?$/;

const LONG_YEAR = /^Y-?\d/;

/** First month and number of months of EDTF's sub-year groupings, as the Library of Congress lists them. */
const SEASONS: Readonly<Record<number, readonly [first: number, months: number]>> = {
  // spring, summer, autumn, winter; 25-28 the same, said of the northern hemisphere
  21: [3, 3],
  22: [6, 3],
  23: [9, 3],
  24: [12, 3],
  25: [3, 3],
  26: [6, 3],
  27: [9, 3],
  28: [12, 3],
  // the southern hemisphere
  29: [9, 3],
  30: [12, 3],
  31: [3, 3],
  32: [6, 3],
  // quarters
  33: [1, 3],
  34: [4, 3],
  35: [7, 3],
  36: [10, 3],
  // thirds of a year
  37: [1, 4],
  38: [5, 4],
  39: [9, 4],
  // halves of a year
  40: [1, 6],
  41: [7, 6],
};

/** Reads one EDTF date; null when it is none. Qualifiers (`?`, `~`, `%`) do not widen the bounds. */
export function readAtom(text: string): Atom | null {
  if (text.length > 40 || /[^0-9TXYZES?~%:.+-]/.test(text)) return null;
  if (text.includes('T')) return DATE_TIME.test(text) && isValid(text) ? timeAtom(text) : null;
  if (LONG_YEAR.test(text)) return isValid(text) ? longYearAtom(text) : null;
  const parts = DATE.exec(text.replace(/[?~%]/g, ''));
  if (parts === null || text.startsWith('-0000')) return null;
  const [, sign = '', year = '', significant, middle, day] = parts;
  const season = middle === undefined || day !== undefined ? undefined : SEASONS[Number(middle)];
  // The library refuses seasons of the southern hemisphere and seasons of an open year; the rest is its to judge.
  const judged = season === undefined ? text : text.replace(/-[?~%]?\d\d(?=[?~%]?$)/, '');
  if (!isValid(judged)) return null;
  const years = significant === undefined ? yearsLike(year) : significantYears(Number(year), Number(significant));
  if (years === null) return null;
  const negative = sign === '-';
  const unspecified = text.includes('X');
  if (season !== undefined) return dated(seasonEnds(years, season, negative), negative, unspecified, year);
  return dated(dateEnds(years, middle, day, negative), negative, unspecified, year);
}

interface Ends {
  readonly first: Day;
  readonly last: Day;
}

interface Years {
  readonly from: number;
  readonly to: number;
  readonly matches: (year: number) => boolean;
}

function timeAtom(text: string): Atom | null {
  return withKind(readAtom(text.slice(0, text.indexOf('T'))), 'time');
}

function withKind(atom: Atom | null, kind: Atom['kind']): Atom | null {
  return atom === null ? null : { ...atom, kind };
}

/** `Y170000002`, `Y-17E7`: always outside the years that a newspaper has, so neither end is a day. */
function longYearAtom(text: string): Atom {
  const order = text.startsWith('Y-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return { earliest: null, latest: null, order: { earliest: order, latest: order }, kind: 'long-year', unspecified: false };
}

function yearsLike(pattern: string): Years {
  const matches = (year: number): boolean => fits(year, pattern);
  return { from: Number(pattern.replaceAll('X', '0')), to: Number(pattern.replaceAll('X', '9')), matches };
}

/** `1950S2`: the first two digits are sure, so some year from 1900 to 1999. */
function significantYears(year: number, digits: number): Years | null {
  if (digits < 1 || digits > 4) return null;
  const step = 10 ** (4 - digits);
  const from = Math.floor(year / step) * step;
  return { from, to: from + step - 1, matches: () => true };
}

function fits(value: number, pattern: string): boolean {
  const digits = String(value).padStart(pattern.length, '0');
  return [...pattern].every((digit, index) => digit === 'X' || digit === digits[index]);
}

function seasonEnds(years: Years, [month, months]: readonly [number, number], negative: boolean): Ends {
  const lastMonth = month + months - 1;
  const [firstYear, finalYear] = negative ? [-years.to, -years.from] : [years.from, years.to];
  const lastYear = lastMonth > 12 ? finalYear + 1 : finalYear;
  const lastOfYear = lastMonth > 12 ? lastMonth - 12 : lastMonth;
  return {
    first: { year: firstYear, month, day: 1 },
    last: { year: lastYear, month: lastOfYear, day: daysInMonth(lastYear, lastOfYear) },
  };
}

function dateEnds(years: Years, month = 'XX', day = 'XX', negative = false): Ends | null {
  const forward = firstDay(years, month, day, negative, false);
  const backward = firstDay(years, month, day, negative, true);
  return forward === null || backward === null ? null : { first: forward, last: backward };
}

/** The first (or, in reverse, the last) day of the calendar that fits the three patterns. */
function firstDay(years: Years, month: string, day: string, negative: boolean, reverse: boolean): Day | null {
  const months = like(month, 12, reverse);
  const days = like(day, 31, reverse);
  // A leap year has every day that any year has; where it has none, no year needs to be tried.
  if (!months.some((value) => days.some((date) => date <= daysInMonth(2000, value)))) return null;
  const upwards = negative === reverse;
  const step = upwards ? 1 : -1;
  for (let year = upwards ? years.from : years.to; year >= years.from && year <= years.to; year += step) {
    if (!years.matches(year)) continue;
    const signed = negative ? -year : year;
    for (const value of months) {
      const date = days.find((one) => one <= daysInMonth(signed, value));
      if (date !== undefined) return { year: signed, month: value, day: date };
    }
  }
  return null;
}

function like(pattern: string, most: number, reverse: boolean): number[] {
  const values = Array.from({ length: most }, (_, index) => index + 1).filter((value) => fits(value, pattern));
  return reverse ? values.reverse() : values;
}

function dated(ends: Ends | null, negative: boolean, unspecified: boolean, year: string): Atom | null {
  if (ends === null) return null;
  const unknown = year === 'XXXX';
  return {
    earliest: unknown || negative || ends.first.year < 1 ? null : isoDay(ends.first),
    latest: unknown || ends.last.year < 1 || ends.last.year > 9999 ? null : isoDay(ends.last),
    order: { earliest: ordered(ends.first), latest: ordered(ends.last) },
    kind: 'date',
    unspecified,
  };
}

function ordered({ year, month, day }: Day): number {
  return year * 10_000 + month * 100 + day;
}
