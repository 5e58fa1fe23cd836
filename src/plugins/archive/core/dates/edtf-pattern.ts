import { type Day, daysInMonth } from './calendar';

/** First month and number of months of EDTF's sub-year groupings, as the Library of Congress lists them. */
export const SEASONS: Readonly<Record<number, readonly [first: number, months: number]>> = {
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

/** The first and last day that a value allows. */
export interface Ends {
  readonly first: Day;
  readonly last: Day;
}

/** Years that a pattern allows, by their absolute value. */
export interface Years {
  readonly from: number;
  readonly to: number;
  readonly matches: (year: number) => boolean;
}

/** The years that fit a pattern such as `201X`. */
export function yearsLike(pattern: string): Years {
  const matches = (year: number): boolean => fits(year, pattern);
  return { from: Number(pattern.replaceAll('X', '0')), to: Number(pattern.replaceAll('X', '9')), matches };
}

/** `1950S2`: the first two digits are sure, so some year from 1900 to 1999. */
export function significantYears(year: number, digits: number): Years | null {
  if (digits < 1 || digits > 4) return null;
  const step = 10 ** (4 - digits);
  const from = Math.floor(year / step) * step;
  return { from, to: from + step - 1, matches: () => true };
}

function fits(value: number, pattern: string): boolean {
  const digits = String(value).padStart(pattern.length, '0');
  return [...pattern].every((digit, index) => digit === 'X' || digit === digits[index]);
}

/** First and last day of a season; one that crosses the new year ends in the next. */
export function seasonEnds(
  years: Years,
  [month, months]: readonly [number, number],
  negative: boolean,
): Ends {
  const lastMonth = month + months - 1;
  const [firstYear, finalYear] = negative ? [-years.to, -years.from] : [years.from, years.to];
  const lastYear = lastMonth > 12 ? finalYear + 1 : finalYear;
  const lastOfYear = lastMonth > 12 ? lastMonth - 12 : lastMonth;
  return {
    first: { year: firstYear, month, day: 1 },
    last: { year: lastYear, month: lastOfYear, day: daysInMonth(lastYear, lastOfYear) },
  };
}

/** First and last day that fit the patterns; null where the calendar has none. */
export function dateEnds(years: Years, month = 'XX', day = 'XX', negative = false): Ends | null {
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
  if (/^\d\d$/.test(pattern)) return [Number(pattern)].filter((value) => value >= 1 && value <= most);
  const all = Array.from({ length: most }, (_, index) => index + 1);
  const values = pattern === 'XX' ? all : all.filter((value) => fits(value, pattern));
  return reverse ? values.reverse() : values;
}
