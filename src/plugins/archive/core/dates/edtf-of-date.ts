import { dayNumber, dayOfNumber, daysInMonth, isoDay, isoMonth } from './calendar';
import type { PossibleDate } from './date-match';
import { gregorianOfHijri } from './hijri-date';

/** A date in EDTF. */
export interface EdtfOfDate {
  readonly edtf: string;
  /** How it was converted, `hijri:umm-al-qura`; empty for a Gregorian date. */
  readonly by: string;
  /** The most confidence that the conversion leaves. */
  readonly most: number;
}

/** Writes a date that exists as EDTF; a Hijri one is converted first. */
export function edtfOf(calendar: 'gregorian' | 'hijri', date: PossibleDate): EdtfOfDate {
  return calendar === 'hijri' ? convertedEdtf(date) : gregorianEdtf(date);
}

function gregorianEdtf({ year, month, day, through }: PossibleDate): EdtfOfDate {
  if (through !== undefined) {
    return { edtf: `${isoMonth(year, month)}/${isoMonth(year, through)}`, by: 'double-issue', most: 1 };
  }
  return { edtf: day === null ? isoMonth(year, month) : isoDay({ year, month, day }), by: '', most: 1 };
}

/** The converted day may be off by one, so it is approximate: `2016-07-14~`; a month is `2016-07-06~/2016-08-03~`. */
function convertedEdtf({ year, month, day }: PossibleDate): EdtfOfDate {
  const first = gregorianOfHijri(year, month, day ?? 1);
  if (first === null) return { edtf: 'XXXX', by: 'hijri', most: 0 };
  const by = `hijri:${first.by}`;
  const most = first.by === 'arithmetic' ? 0.5 : 0.6;
  if (day !== null) return { edtf: `${isoDay(first.day)}~`, by, most };
  const last = gregorianOfHijri(year, month, 30) ?? gregorianOfHijri(year, month, 29);
  const end =
    last?.day ?? dayOfNumber(dayNumber(first.day) + daysInMonth(first.day.year, first.day.month) - 2);
  return { edtf: `${isoDay(first.day)}~/${isoDay(end)}~`, by, most: 0.5 };
}
