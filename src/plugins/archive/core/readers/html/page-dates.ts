import type { DateCandidate } from '../../dates/choose-date';
import { datesIn } from '../../dates/read-dates';
import type { Span } from '../../span';
import { spanOf } from '../../text/placed-text';
import type { LinkedArticle } from './json-ld';
import type { PageScan, TagValue } from './page-scan';

const PUBLISHED = [
  ...['article:published_time', 'og:published_time', 'datepublished', 'parsely-pub-date', 'sailthru.date'],
  ...['pubdate', 'publishdate', 'publish-date', 'publication_date', 'date', 'dc.date', 'dc.date.issued'],
  ...['dcterms.date', 'dcterms.created', 'dc.date.created', 'article.published', 'originalpublicationdate'],
];
const MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'last-modified',
  'dcterms.modified',
];
const LONGEST = 60;

/** The dates that a page states in its markup; where it states none, those that are printed where dates belong. */
export function pageDates(scan: PageScan, linked: LinkedArticle | null): DateCandidate[] {
  const stated: DateCandidate[] = [];
  const add = (value: TagValue | null, rule: string, kind: DateCandidate['kind'], confidence: number) => {
    if (value !== null) stated.push(...candidates(value.value, value, rule, kind, confidence));
  };
  const inData = (value: string | null) =>
    value === null || linked === null ? null : { ...span(linked), value };
  add(inData(linked?.published ?? null), 'json-ld:datePublished', 'published', 0.95);
  add(inData(linked?.modified ?? null), 'json-ld:dateModified', 'modified', 0.6);
  for (const name of PUBLISHED) add(first(scan, name), `meta:${name}`, 'published', 0.9);
  for (const name of MODIFIED) add(first(scan, name), `meta:${name}`, 'modified', 0.6);
  for (const time of scan.times.slice(0, 20)) {
    add(time, 'time:datetime', time.role, time.role === 'unmarked' ? 0.6 : 0.85);
  }
  return stated.some(({ kind }) => kind !== 'modified') ? stated : [...stated, ...printed(scan)];
}

function first({ metas }: PageScan, name: string): TagValue | null {
  return metas.get(name)?.[0] ?? null;
}

function span({ start, end }: Span): Span {
  return { start, end };
}

function candidates(
  value: string,
  at: Span,
  rule: string,
  kind: DateCandidate['kind'],
  confidence: number,
): DateCandidate[] {
  const reading = datesIn(value.slice(0, LONGEST)).readings[0];
  if (reading === undefined) return [];
  const { edtf, issues } = reading;
  const evidence = { ...span(at), rule, confidence: Math.min(confidence, reading.confidence) };
  return [{ edtf, text: value.slice(0, LONGEST), basis: 'metadata', kind, evidence, issues }];
}

/** The first printed dates: the article's stands above those of comments and of other articles. */
function printed({ dateLines }: PageScan): DateCandidate[] {
  for (const line of dateLines) {
    const { readings } = datesIn(line.text);
    const reading = readings[0];
    if (reading === undefined) continue;
    const { start, end } = spanOf(line, reading.start, reading.end);
    const evidence = {
      start,
      end,
      rule: `date-element:${reading.rule}`,
      confidence: reading.confidence * 0.8,
    };
    const { edtf, text, issues } = reading;
    return [{ edtf, text, basis: 'printed', kind: 'unmarked', evidence, issues }];
  }
  return [];
}
