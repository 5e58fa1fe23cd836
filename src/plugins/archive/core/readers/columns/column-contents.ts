import { boundsOf } from '../../dates/bounds';
import { datesIn } from '../../dates/read-dates';
import type { ColumnField } from '../../profiles/profile';
import { fold } from '../../text/fold';
import { instantIn, spreadsheetDay } from './machine-date';
import { isStatusWord } from './status-words';
import type { ColumnSample } from './column-values';

/** Numbers that describe the values of a column. */
export interface Contents {
  readonly count: number;
  readonly meanLength: number;
  readonly longest: number;
  readonly distinctShare: number;
  readonly shareOf: (test: (value: string) => boolean) => number;
}

/** Describes a sample. */
export function contentsOf({ values }: ColumnSample): Contents {
  const lengths = values.map((value) => value.length);
  const count = values.length;
  return {
    count,
    meanLength: count === 0 ? 0 : lengths.reduce((sum, length) => sum + length, 0) / count,
    longest: Math.max(0, ...lengths),
    distinctShare: count === 0 ? 0 : new Set(values).size / count,
    shareOf: (test) => (count === 0 ? 0 : values.filter(test).length / count),
  };
}

const MOST = 0.6;
const PROSE = 120;

const ofDates = (contents: Contents) => contents.shareOf(isDate) >= MOST;
const ofAddresses = (contents: Contents) => contents.shareOf(isAddress) >= MOST;
const ofNames = (contents: Contents) => contents.meanLength <= 120 && contents.shareOf(isLettered) >= MOST;

/** What the values of a field are like, where that can be told. */
const TESTS: Readonly<Partial<Record<ColumnField, (contents: Contents) => boolean>>> = {
  date: ofDates,
  dateModified: ofDates,
  legacyUrl: ofAddresses,
  otherUrls: ofAddresses,
  'media.url': ofAddresses,
  status: (contents) => contents.shareOf(isStatusWord) >= MOST,
  language: ({ longest }) => longest <= 20,
  legacyId: ({ longest, distinctShare, count }) => longest <= 200 && (distinctShare > 0.9 || count < 3),
  title: (contents) => contents.meanLength <= 300 && contents.shareOf(isLettered) >= MOST,
  byline: ofNames,
  section: ofNames,
  source: ofNames,
  dateline: (contents) => contents.meanLength <= 60 && contents.shareOf(isLettered) >= MOST,
  body: (contents) => contents.shareOf(isLettered) >= MOST,
};

/** Whether what stands in a column can be what its name says. An empty column can be anything. */
export function fits(field: ColumnField, contents: Contents): boolean {
  return contents.count === 0 || (TESTS[field]?.(contents) ?? true);
}

/** Reads like running text. */
export function isProse({ meanLength }: Contents): boolean {
  return meanLength >= PROSE;
}

/** A value that is a date and nothing else. */
export function isDate(value: string): boolean {
  const text = value.trim();
  if (text.length === 0 || text.length > 60) return false;
  if (instantIn(text) !== null || spreadsheetDay(text) !== null || /^\d{4}(?:-\d\d){0,2}$/.test(text))
    return true;
  if (/^0000-00-00/.test(text)) return true;
  const { readings, issues } = datesIn(text);
  return readings.length > 0 || issues.length > 0;
}

/** A date by its looks, not by a number that may be anything. */
export function isPlainlyDate(value: string): boolean {
  const text = value.trim();
  if (text.length < 8 || text.length > 45) return false;
  const [reading] = datesIn(text).readings;
  if (reading === undefined || boundsOf(reading.edtf) === null) return false;
  return reading.end - reading.start >= text.length * 0.7;
}

/** `http://...`, `www.x.example/...`, `/2009/03/fish.html`, `pictures/fish.jpg`. */
export function isAddress(value: string): boolean {
  return (
    /^(?:https?:\/\/|\/|www\.)\S+$/i.test(value.trim()) || /^[\w\-./%~]+\.[a-z]{2,5}$/i.test(value.trim())
  );
}

/** An address of the web, whole. */
export function isWebAddress(value: string): boolean {
  return /^https?:\/\/\S+$/i.test(value.trim());
}

function isLettered(value: string): boolean {
  return /\p{L}/u.test(value) && !isWebAddress(value) && !isPlainlyDate(fold(value));
}
