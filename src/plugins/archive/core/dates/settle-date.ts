import { weekdayOf } from './calendar';
import type { DateMatch, PossibleDate } from './date-match';
import type { DateOrder, DatePrecision } from './date-reading';
import { edtfOf } from './edtf-of-date';
import { gregorianOfHijri } from './hijri-date';

/** What a match comes to, once order, weekday and calendar are weighed. */
export interface Settled {
  readonly edtf: string;
  readonly precision: DatePrecision;
  readonly weekdayFits: boolean | null;
  readonly provesOrder: DateOrder | null;
  readonly either: readonly string[];
  readonly rule: string;
  readonly confidence: number;
  readonly ambiguous: boolean;
}

/** Settles a match on one EDTF value; null where none of its dates exists. `weekday`: 0 for Sunday, as printed. */
export function settle(
  match: DateMatch,
  weekday: number | null,
  order: DateOrder | undefined,
): Settled | null {
  const dates = distinct(match.possible);
  const [only] = dates;
  if (only === undefined) return null;
  if (match.form.endsWith(':months-disagree')) return disagreeing(match, only);
  if (dates.length === 1) return single(match, only, weekday, order);
  const wanted = dates.find((date) => date.order === order);
  if (wanted) return written(match, wanted, weekday, { rule: 'order-given', most: 0.9 });
  const fitting = weekday === null ? [] : dates.filter((date) => fits(match, date, weekday) === true);
  const [byWeekday] = fitting;
  if (byWeekday && fitting.length === 1) {
    const settled = written(match, byWeekday, weekday, { rule: 'weekday-decides', most: 0.85 });
    return { ...settled, provesOrder: byWeekday.order };
  }
  return open(match, dates);
}

/** Only one reading is left: by a number above 12, by equal numbers, or because a name says it all. */
function single(
  match: DateMatch,
  date: PossibleDate,
  weekday: number | null,
  order: DateOrder | undefined,
): Settled {
  const proven = match.possible.length === 1 ? date.order : null;
  const against = order !== undefined && proven !== null && proven !== order && proven !== 'year-month-day';
  const note = against ? { rule: 'against-order', most: 0.6 } : { rule: proven ?? '', most: 1 };
  const oldYear = date.year <= 1500 && match.calendar === 'gregorian' && date.order !== null;
  // 1437 without a mark is more likely the Hijri year than the century of Gutenberg.
  const settled = written(match, date, weekday, oldYear ? { rule: 'calendar-open', most: 0.3 } : note);
  return { ...settled, provesOrder: against ? null : proven, ambiguous: oldYear };
}

interface Note {
  readonly rule: string;
  readonly most: number;
}

function written(match: DateMatch, date: PossibleDate, weekday: number | null, note: Note): Settled {
  const weekdayFits = weekday === null ? null : fits(match, date, weekday);
  const value = edtfOf(match.calendar, date);
  const rule = ['date', match.form, value.by, note.rule, weekdayFits === false ? 'weekday-differs' : '']
    .filter((part, index, parts) => part !== '' && part !== parts[index - 1])
    .join(':');
  const sure = Math.min(match.confidence, note.most, value.most);
  const confidence =
    weekdayFits === false ? sure / 2 : weekdayFits === true ? Math.min(sure + 0.03, 0.98) : sure;
  return {
    edtf: value.edtf,
    precision: date.day === null ? 'month' : 'day',
    weekdayFits,
    provesOrder: null,
    either: [],
    rule,
    confidence: rounded(confidence),
    ambiguous: false,
  };
}

/** Nothing decides between two or three readings. */
function open(match: DateMatch, dates: readonly PossibleDate[]): Settled {
  const either = [...new Set(dates.map((date) => edtfOf(match.calendar, date).edtf))].sort();
  const base = { weekdayFits: null, provesOrder: null, either, ambiguous: true };
  const dayFirst = dates.find((date) => date.order === 'day-month-year');
  // Dots are how Germany, Russia, Turkey and others part day, month and year; nobody else uses them much.
  if (match.dotted && dayFirst && match.calendar === 'gregorian') {
    const settled = written(match, dayFirst, null, { rule: 'dots-day-first', most: 0.7 });
    return { ...settled, ...base, confidence: rounded(Math.min(settled.confidence, match.confidence - 0.1)) };
  }
  const years = new Set(either.map((edtf) => edtf.slice(0, 4)));
  const sameYear = years.size === 1;
  return {
    ...base,
    edtf: sameYear ? (either[0] ?? '').slice(0, 4) : `[${either.join(',')}]`,
    precision: 'year',
    rule: `date:${match.form}:order-open`,
    confidence: rounded(Math.min(match.confidence, sameYear ? 0.5 : 0.3)),
  };
}

/** `يوليو (آب) 2016`: the year is all that is sure. */
function disagreeing(match: DateMatch, date: PossibleDate): Settled {
  return {
    edtf: edtfOf(match.calendar, date).edtf.slice(0, 4),
    precision: 'year',
    weekdayFits: null,
    provesOrder: null,
    either: [],
    rule: `date:${match.form}`,
    confidence: match.confidence,
    ambiguous: true,
  };
}

function distinct(dates: readonly PossibleDate[]): PossibleDate[] {
  const seen = new Map<string, PossibleDate>();
  for (const date of dates) {
    const key = `${date.year}-${date.month}-${date.day ?? ''}`;
    if (!seen.has(key)) seen.set(key, date);
  }
  return [...seen.values()];
}

function fits(match: DateMatch, date: PossibleDate, weekday: number): boolean | null {
  if (date.day === null) return null;
  if (match.calendar === 'gregorian') return weekdayOf({ ...date, day: date.day }) === weekday;
  const converted = gregorianOfHijri(date.year, date.month, date.day);
  if (converted === null) return null;
  // The sighted month may differ from the converted one by a day.
  const difference = (weekdayOf(converted.day) - weekday + 7) % 7;
  return difference <= 1 || difference === 6;
}

function rounded(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
