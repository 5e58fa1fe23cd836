const DAYS_FROM_MARCH = [306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275] as const;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})/;

/** Days of the proleptic Gregorian calendar, 1 for 0000-03-01: what an index can sort and count by. */
export type DayNumber = number;

/** Stands for no date at all, before every day. */
export const UNDATED: DayNumber = 0;

/** `2016-07-14` -> 736453; null where there is no day, or one before 0000-03-01. */
export function dayNumber(day: string | null): DayNumber | null {
  const parts = day === null ? null : ISO_DAY.exec(day);
  if (!parts) return null;
  const month = Number(parts[2]);
  const before = DAYS_FROM_MARCH[month - 1];
  if (before === undefined) return null;
  const year = Number(parts[1]) - (month < 3 ? 1 : 0);
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const number = year * 365 + leaps + before + Number(parts[3]);
  return number > UNDATED ? number : null;
}

/** The other way: 736453 -> `2016-07-14`. */
export function dayOf(number: DayNumber): string {
  // 146,097 days are 400 years; within them the year follows from the day by Hinnant's formula.
  const cycle = Math.floor((number - 1) / 146_097);
  const inCycle = number - 1 - cycle * 146_097;
  const yearOfCycle = Math.floor(
    (inCycle - Math.floor(inCycle / 1460) + Math.floor(inCycle / 36_524) - Math.floor(inCycle / 146_096)) /
      365,
  );
  const inYear = inCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const date = inYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfCycle + cycle * 400 + (month < 3 ? 1 : 0);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(date, 2)}`;
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}
