import { isValid } from '@edtf-ts/core';
import { type Day, daysInMonth, isoDay } from './calendar';
import { dateEnds, type Ends, SEASONS, seasonEnds, significantYears, yearsLike } from './edtf-pattern';

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
const DATE_TIME =
  /^-?\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3])(?::[0-5]\d)?)?$/;

/** `-2004-06-XX`, `201X`, `2001-21`, `1950S2`, once the qualifiers are gone. */
const DATE = /^(-?)([0-9X]{4})(?:S(\d{1,4}))?(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?$/;

const LONG_YEAR = /^Y-?\d/;

/** Reads one EDTF date; null when it is none. Qualifiers (`?`, `~`, `%`) do not widen the bounds. */
export function readAtom(text: string): Atom | null {
  const plain = plainAtom(text);
  if (plain !== null) return plain;
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
  const years =
    significant === undefined ? yearsLike(year) : significantYears(Number(year), Number(significant));
  if (years === null) return null;
  const negative = sign === '-';
  const unspecified = text.includes('X');
  if (season !== undefined) return dated(seasonEnds(years, season, negative), negative, unspecified, year);
  return dated(dateEnds(years, middle, day, negative), negative, unspecified, year);
}

const PLAIN = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?$/;

/** `2005`, `2004-07`, `2004-07-14`, which nearly all dates are: they need no library and no search for their ends. */
function plainAtom(text: string): Atom | null {
  const [, year, month, day] = PLAIN.exec(text) ?? [];
  if (year === undefined || year === '0000') return null;
  const first = { year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1) };
  const lastMonth = Number(month ?? 12);
  const lastDay = daysInMonth(first.year, lastMonth);
  if (first.day < 1 || first.day > lastDay) return null;
  const last = { year: first.year, month: lastMonth, day: day === undefined ? lastDay : first.day };
  return dated({ first, last }, false, false, year);
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
  return {
    earliest: null,
    latest: null,
    order: { earliest: order, latest: order },
    kind: 'long-year',
    unspecified: false,
  };
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
