/** A day of the proleptic Gregorian calendar; months and days count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The number of days of a month; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && isLeapYear(year)) return 29;
  return MONTH_LENGTHS[month - 1] ?? 0;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** True when the day exists: 29 February 2016 does, 29 February 2015 and 31 April do not. */
export function isDay({ year, month, day }: Day): boolean {
  return day >= 1 && day <= daysInMonth(year, month);
}

/** Days since 1 January 1970, negative before it. Whole-number form of the civil calendar, any year. */
export function dayNumber({ year, month, day }: Day): number {
  const shifted = month <= 2 ? year - 1 : year;
  const cycle = Math.floor(shifted / 400);
  const yearOfCycle = shifted - cycle * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfCycle =
    yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear;
  return cycle * 146097 + dayOfCycle - 719468;
}

/** The day with this number; the reverse of `dayNumber`. */
export function dayOfNumber(number: number): Day {
  const shifted = number + 719468;
  const cycle = Math.floor(shifted / 146097);
  const dayOfCycle = shifted - cycle * 146097;
  const yearOfCycle = Math.floor(
    (dayOfCycle -
      Math.floor(dayOfCycle / 1460) +
      Math.floor(dayOfCycle / 36524) -
      Math.floor(dayOfCycle / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** Day of the week, 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

/** `2016-07-14`; years are padded to four digits. */
export function isoDay({ year, month, day }: Day): string {
  return `${isoMonth(year, month)}-${padded(day, 2)}`;
}

/** `2016-07`. */
export function isoMonth(year: number, month: number): string {
  return `${padded(year, 4)}-${padded(month, 2)}`;
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
