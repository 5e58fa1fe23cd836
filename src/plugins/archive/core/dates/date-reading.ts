import type { Issue } from '../issue';
import type { Span } from '../span';

/** How a numeric date is written. */
export type DateOrder = 'day-month-year' | 'month-day-year' | 'year-month-day';

export type DatePrecision = 'day' | 'month' | 'year';

/** One date read from a text. */
export interface DateReading extends Span {
  /** Valid EDTF. What is not certain is left out: `2009` for `03/04/2009` while its order is not known. */
  readonly edtf: string;
  /** As printed, with its weekday and time: the text from `start` to `end`. */
  readonly text: string;
  readonly precision: DatePrecision;
  /** `10:45`, `10:22:00+03:00`, `22:05 KSA`: 24 hours, the zone as printed; never mixed into `edtf`. */
  readonly time: string | null;
  /** Whether the printed weekday is the day's; null where none is printed or the day is not known. */
  readonly weekdayFits: boolean | null;
  /** The order that this date proves, by a number above 12 or its weekday; null for all others. */
  readonly provesOrder: DateOrder | null;
  /** The days that an ambiguous date can be, in EDTF; empty for all others. */
  readonly either: readonly string[];
  /** Such as `date:day-month-year` or `date:hijri:umm-al-qura`. */
  readonly rule: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly issues: readonly Issue[];
}

/** All dates of a text, and the faults that are no reading: impossible dates. */
export interface DatesFound {
  readonly readings: readonly DateReading[];
  readonly issues: readonly Issue[];
}

export interface DateOptions {
  /** How numeric dates of this site are meant; without it an ambiguous one stays ambiguous. */
  readonly order?: DateOrder | undefined;
  /** Where the text starts in the record; added to all positions. */
  readonly at?: number | undefined;
}

/** Years that a publication can be dated with. */
export function isPublicationYear(year: number): boolean {
  return year >= 1400 && year <= 2199;
}
