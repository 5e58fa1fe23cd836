import type { DateOrder } from './date-reading';
import type { Token } from './tokens';

/** One way to understand the numbers of a date. */
export interface PossibleDate {
  readonly year: number;
  readonly month: number;
  /** null for a month alone. */
  readonly day: number | null;
  /** The last month of a double issue, `January/February 2022`. */
  readonly through?: number;
  readonly order: DateOrder | null;
}

/** A stretch of tokens in the shape of a date. */
export interface DateMatch {
  /** Index of the token after it. */
  readonly next: number;
  readonly calendar: 'gregorian' | 'hijri';
  /** The shape, such as `day-month-year` or `numeric`. */
  readonly form: string;
  /** Days that exist; empty for an impossible date such as 30 February. */
  readonly possible: readonly PossibleDate[];
  /** How sure a date of this shape is before anything else is known. */
  readonly confidence: number;
  readonly dotted?: boolean;
}

/** `2016م`, `2016 AD`: says that the year is Gregorian. */
const GREGORIAN_MARKS: ReadonlySet<string> = new Set(['م', 'ميلادي', 'ميلاديه', 'ad', 'ce']);
const HIJRI_MARKS: ReadonlySet<string> = new Set(['ه', 'هجري', 'هجريه', 'هجريا', 'ah']);

/** The calendar named after a year, and the token after that name. */
export function calendarMark(
  tokens: readonly Token[],
  index: number,
): { calendar: 'gregorian' | 'hijri'; next: number } | null {
  const token = tokens[index];
  if (token?.kind !== 'word') return null;
  if (GREGORIAN_MARKS.has(token.key)) return { calendar: 'gregorian', next: index + 1 };
  if (HIJRI_MARKS.has(token.key) || token.text === 'H') return { calendar: 'hijri', next: index + 1 };
  const dottedMark = tokens.slice(index, index + 4).map((part) => part.text);
  if (dottedMark.join('') === 'A.H.') return { calendar: 'hijri', next: index + 4 };
  return null;
}

/** A token of one or two digits, as a number. */
export function shortNumber(token: Token | undefined): number | null {
  return token?.kind === 'number' && token.key.length <= 2 ? Number(token.key) : null;
}

/** `1965` for 65 would be a guess about the century: 70-99 are taken as 19xx, all others as 20xx. */
export function fullYear(twoDigits: number): number {
  return twoDigits >= 70 ? 1900 + twoDigits : 2000 + twoDigits;
}

/** 1970 to 2029 is where a two-digit year is most likely meant; for 30-69 the century is open. */
export function twoDigitConfidence(twoDigits: number): number {
  return twoDigits >= 30 && twoDigits < 70 ? 0.3 : 0.6;
}
