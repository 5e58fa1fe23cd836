import { hijriToGregorian } from '@tabby_ai/hijri-converter';
import { type Day, dayOfNumber } from './calendar';

/** What a Hijri date is in the Gregorian calendar; the day may be off by one, or by two for `arithmetic`. */
export interface ConvertedDay {
  readonly day: Day;
  /** `umm-al-qura`: the Saudi civil calendar (1343-1500 AH); `arithmetic`: the 30-year cycle, for other years. */
  readonly by: 'umm-al-qura' | 'arithmetic';
}

const EARLIEST_YEAR = 803; // starts in 1400
const LATEST_YEAR = 1600; // 2174
/**
 * 1 Muharram 1 AH in days since 1970: Thursday, 15 July 622 (Julian), the astronomers' epoch. Against 1343-1500 of the
 * Umm al-Qura calendar it is within a day for 99% of the months; the civil epoch, a day later, is worse.
 */
const EPOCH = -492_149;

/** True for years AH that can be a date of publication. */
export function isHijriYear(year: number): boolean {
  return year >= EARLIEST_YEAR && year <= LATEST_YEAR;
}

/** Converts a Hijri date; null where the calendar has no such day. */
export function gregorianOfHijri(year: number, month: number, day: number): ConvertedDay | null {
  if (!isHijriYear(year) || month < 1 || month > 12 || day < 1 || day > 30) return null;
  const arithmetic = arithmeticDay(year, month, day);
  if (year < 1343 || year > 1500) return arithmetic === null ? null : { day: arithmetic, by: 'arithmetic' };
  try {
    return { day: hijriToGregorian({ year, month, day }), by: 'umm-al-qura' };
  } catch {
    // The 30th of a month that had 29 days by this calendar: sighting may have given it one more.
    return arithmetic === null ? null : { day: arithmetic, by: 'arithmetic' };
  }
}

/** Months have 30 and 29 days in turn; 11 years of 30 have a day more in the last month. */
function arithmeticDay(year: number, month: number, day: number): Day | null {
  const leap = (11 * year + 14) % 30 < 11;
  const length = month % 2 === 1 || (month === 12 && leap) ? 30 : 29;
  if (day > length) return null;
  const before = (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + Math.ceil(29.5 * (month - 1));
  return dayOfNumber(EPOCH + before + day - 1);
}
