import { type Issue, issue } from '../issue';
import { isDay, isoDay, isoMonth } from './calendar';
import { type DatePrecision, isPublicationYear } from './date-reading';
import { MONTHS } from './month-names';
import type { Span } from '../span';

/** A date that an address holds; `start` and `end` are positions in the address. */
export interface UrlDate extends Span {
  readonly edtf: string;
  readonly text: string;
  readonly precision: DatePrecision;
  readonly rule: string;
  /** 0.3 to 0.7: an address tells when a page was filed, which is mostly when it was published. */
  readonly confidence: number;
}

export interface UrlDateFound {
  readonly reading: UrlDate | null;
  readonly issues: readonly Issue[];
}

const LONGEST_URL = 4096;

/** The capture time of a web archive is no date of the page: `https://web.archive.org/web/20160714102200/http://...`. */
const WAYBACK = /^https?:\/\/[^/]{1,100}\/(?:web\/)?\d{4,14}[a-z_]{0,5}\/(?=https?:)/i;

interface UrlRule {
  readonly rule: string;
  readonly pattern: RegExp;
  readonly confidence: number;
}

/** Surest first. Years are of four digits from 1400; a bare number must be of the web's time. */
const RULES: readonly UrlRule[] = [
  // /2016/07/14/, /2016/7/14, /2016/jul/14/
  { rule: 'path', pattern: /(?<=\/)(\d{4})\/(\d{1,2}|[a-z]{3,9})\/(\d{1,2})(?=[/?#]|$)/gi, confidence: 0.7 },
  // ?date=2016-07-14, &d=20160714
  { rule: 'query', pattern: /(?<=[?&][a-z_]{0,20}=)(\d{4})-?(\d\d)-?(\d\d)(?![\d-])/gi, confidence: 0.6 },
  // /2016-07-14/, /news-2016-07-14.html, /2016-07-14-a-story
  { rule: 'iso', pattern: /(?<![\d-])(\d{4})([-_])(\d\d)\2(\d\d)(?!\d|-\d)/g, confidence: 0.6 },
  // /2016/0714/
  { rule: 'path', pattern: /(?<=\/)(\d{4})\/(\d\d)(\d\d)(?=[/?#]|$)/g, confidence: 0.5 },
  // /20160714/, /news_20160714.html; an article's number may look the same
  {
    rule: 'compact',
    pattern: /(?<![\d.,])(?<=[/_-])((?:199|20[0-4])\d)(\d\d)(\d\d)(?=[/_.?#-]|$)/g,
    confidence: 0.35,
  },
  // /2016/07/, /2016/jul/
  { rule: 'month', pattern: /(?<=\/)(\d{4})\/(\d\d|[a-z]{3,9})(?=[/?#]|$)/gi, confidence: 0.5 },
];

/**
 * The date of publication that an address holds, or null. The host, the time of a web archive's capture, numbers of
 * other lengths and days that do not exist are none; a full date of the path that does not exist leaves an issue.
 * Addresses longer than 4,096 characters are not read.
 */
export function dateInUrl(url: string): UrlDateFound {
  if (url.length > LONGEST_URL) return { reading: null, issues: [] };
  const from = WAYBACK.exec(url)?.[0].length ?? 0;
  const host = /^[a-z][a-z0-9+.-]{0,20}:\/\/[^/?#]*/i.exec(url.slice(from))?.[0].length ?? 0;
  const path = url.slice(from + host);
  const issues: Issue[] = [];
  for (const rule of RULES) {
    for (const match of path.matchAll(rule.pattern)) {
      const span = { start: from + host + match.index, end: from + host + match.index + match[0].length };
      const value = valueOf(match.slice(1).filter((part) => part !== '-' && part !== '_'));
      if (value === IMPOSSIBLE) issues.push(issue('date-impossible', span, match[0]));
      else if (value !== null && issues.length === 0)
        return { reading: reading(rule, match[0], span, value), issues };
    }
  }
  return { reading: null, issues: issues.slice(0, 1) };
}

function reading({ rule, confidence }: UrlRule, text: string, span: Span, edtf: string): UrlDate {
  const precision = edtf.length === 10 ? 'day' : 'month';
  return { edtf, ...span, text, precision, rule: `date:url:${rule}`, confidence };
}

/** No EDTF: a day that the calendar lacks. */
const IMPOSSIBLE = 'impossible';

function valueOf([yearText = '', monthText = '', dayText]: readonly string[]): string | null {
  const year = Number(yearText);
  if (!isPublicationYear(year)) return null;
  const named = MONTHS.get(monthText.toLowerCase());
  if (/\D/.test(monthText) && named?.calendar !== 'gregorian') return null;
  const month = named?.month ?? Number(monthText);
  if (dayText === undefined) return month >= 1 && month <= 12 ? isoMonth(year, month) : null;
  const day = Number(dayText);
  if (isDay({ year, month, day })) return isoDay({ year, month, day });
  // 31 June is a slip; 99 is a number of something else.
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? IMPOSSIBLE : null;
}
