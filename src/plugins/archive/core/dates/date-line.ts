import type { Span } from '../span';
import { isComment, isDecoration, isLabelWord } from './date-line-decoration';
import { type DateKind, MODIFIED_WORDS, PUBLISHED_WORDS } from './date-line-words';
import type { DateOptions, DateReading, DatesFound } from './date-reading';
import { datesIn } from './read-dates';
import { type Token, tokensOf } from './tokens';

/** A line that exists to tell the date. */
export interface DateLine {
  /** The date of publication, or the date of change where the line tells no other. */
  readonly reading: DateReading;
  readonly kind: DateKind;
  /** All dates of the line with what it says of them, in the order of the line. */
  readonly dates: readonly { readonly reading: DateReading; readonly kind: DateKind }[];
  /** The part of the record that the date with its label takes: `Posted on 14 July 2016`, without place or name. */
  readonly taken: Span;
}

const LONGEST_DATE_LINE = 200;
/** Western, Eastern Arabic or Persian: no date is printed without one. */
const DIGIT = /[0-9\u0660-\u0669\u06f0-\u06f9]/;
const PREFERENCE: readonly DateKind[] = ['published', 'unmarked', 'modified'];

/**
 * Tells whether a whole line is a printed date line: a date and at most its weekday and time, labels such as
 * `Posted on` or `تاريخ النشر`, an issue number, a place, `by NAME`, and separators. null for prose that has a date
 * in it, for a reader's comment, for two dates of equal standing (a span of days), and for lines without a date.
 *
 * `at` is where the line starts in the record. A date of change counts less: its confidence is lowered.
 */
export function dateLineIn(line: string, at: number, options: Omit<DateOptions, 'at'> = {}): DateLine | null {
  if (line.length > LONGEST_DATE_LINE || !DIGIT.test(line)) return null;
  const found = datesIn(line, { ...options, at });
  if (found.readings.length === 0 || found.readings.length > 3) return null;
  const tokens = tokensOf(line).map((token) => ({ ...token, start: token.start + at, end: token.end + at }));
  if (isComment(tokens)) return null;
  const gaps = gapsOf(tokens, found.readings);
  if (!gaps.every((gap, index) => isDecoration(gap, index, gaps.length))) return null;
  return chosen(found, gaps);
}

/** The tokens before, between and after the dates. */
function gapsOf(tokens: readonly Token[], readings: readonly DateReading[]): Token[][] {
  const starts = [...readings.map(({ start }) => start), Number.POSITIVE_INFINITY];
  const ends = [Number.NEGATIVE_INFINITY, ...readings.map(({ end }) => end)];
  return starts.map((start, index) =>
    tokens.filter((token) => token.start >= (ends[index] ?? 0) && token.end <= start),
  );
}

function chosen({ readings }: DatesFound, gaps: readonly (readonly Token[])[]): DateLine | null {
  const dates = readings.map((reading, index) => ({
    reading,
    kind: kindOf(gaps, index),
    gap: gaps[index] ?? [],
  }));
  const kind = PREFERENCE.find((one) => dates.some((date) => date.kind === one));
  const [best, ...others] = dates.filter((date) => date.kind === kind);
  if (best === undefined || others.some(({ reading }) => reading.edtf !== best.reading.edtf)) return null;
  const reading = best.kind === 'modified' ? lowered(best.reading) : best.reading;
  return {
    reading,
    kind: best.kind,
    dates: dates.map((date) => ({ reading: date.reading, kind: date.kind })),
    taken: { start: labelStart(best.gap, best.reading.start), end: best.reading.end },
  };
}

/** The label before a date speaks of it; one after it does only when nothing else follows: `14 July 2016 (updated)`. */
function kindOf(gaps: readonly (readonly Token[])[], index: number): DateKind {
  const before = labelOf(gaps[index] ?? []);
  if (before !== 'unmarked' || index + 2 !== gaps.length) return before;
  return labelOf(gaps[index + 1] ?? []);
}

function labelOf(gap: readonly Token[]): DateKind {
  if (gap.some(({ key }) => MODIFIED_WORDS.has(key))) return 'modified';
  return gap.some(({ key }) => PUBLISHED_WORDS.has(key)) ? 'published' : 'unmarked';
}

function labelStart(gap: readonly Token[], dateStart: number): number {
  let start = dateStart;
  for (const token of gap.toReversed()) {
    const ofLabel = token.kind === 'word' && isLabelWord(token.key);
    if (!ofLabel && !(token.kind === 'mark' && [':', '(', ',', '.'].includes(token.key))) break;
    if (ofLabel) start = token.start;
  }
  return start;
}

function lowered(reading: DateReading): DateReading {
  return {
    ...reading,
    rule: `${reading.rule}:modified`,
    confidence: Math.round(reading.confidence * 50) / 100,
  };
}
