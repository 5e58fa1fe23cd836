import { dayNumber } from './calendar';
import type { DateReading } from './date-reading';

/** What may stand between the two forms of one date: ` - `, ` (`, ` الموافق `, ` / `, ` corresponding to `. */
const BETWEEN = /^[\s\-–—()/|,،.\u200e\u200f]{0,8}(?:الموافق|موافق|corresponding to)?[\s(:لـ]{0,4}$/u;

/**
 * `9 شوال 1437 هـ - 14 يوليو 2016 م` is one date in two calendars. The Gregorian one is kept, as it needs no
 * conversion; the other confirms or contradicts it.
 */
export function joinCalendars(text: string, readings: readonly DateReading[], at: number): DateReading[] {
  const joined: DateReading[] = [];
  for (const reading of readings) {
    const before = joined.at(-1);
    const pair = before === undefined ? null : pairOf(text, before, reading, at);
    if (pair === null) joined.push(reading);
    else joined[joined.length - 1] = pair;
  }
  return joined;
}

function pairOf(text: string, one: DateReading, other: DateReading, at: number): DateReading | null {
  if (isHijri(one) === isHijri(other) || one.precision !== 'day') return null;
  if (one.end + 30 < other.start || !BETWEEN.test(text.slice(one.end - at, other.start - at))) return null;
  const [gregorian, hijri] = isHijri(one) ? [other, one] : [one, other];
  const apart = daysApart(gregorian.edtf, hijri.edtf);
  const agree = apart !== null && apart <= 2;
  return {
    ...gregorian,
    start: one.start,
    end: other.end,
    text: text.slice(one.start - at, other.end - at),
    time: gregorian.time ?? hijri.time,
    weekdayFits: gregorian.weekdayFits ?? (agree ? hijri.weekdayFits : null),
    rule: `${gregorian.rule}:${agree ? 'hijri-agrees' : 'hijri-differs'}`,
    confidence: agree ? Math.max(gregorian.confidence, 0.95) : Math.min(gregorian.confidence, 0.6),
  };
}

function isHijri(reading: DateReading): boolean {
  return reading.rule.includes(':hijri:');
}

function daysApart(one: string, other: string): number | null {
  const [first, second] = [numberOf(one), numberOf(other)];
  return first === null || second === null ? null : Math.abs(first - second);
}

function numberOf(edtf: string): number | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)~?$/.exec(edtf);
  if (parts === null) return null;
  return dayNumber({ year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) });
}
