import { datesIn } from '../../dates/read-dates';
import { linesOf } from '../../text/lines';
import {
  COUNTERS,
  FORM_FEEDS,
  isCounter,
  labelOf,
  labelSeparator,
  ruleKind,
  rulesOf,
  type Separator,
} from './separator';

/** An article between two separators has at least so much running text. */
const LEAST_PROSE = 150;
const PROSE_LINE = 60;
/** Share of the parts that must look like articles, the last one apart, which the head may cut. */
const MOST = 0.8;
const FEWEST_PARTS = 2;
const FEWEST_PARTS_BY_RULE = 3;

/**
 * What parts the articles of a text, or null where it looks like one article. A page may have rules, counters and
 * labels too: each part must look like an article, with a head of its own and running text.
 */
export function findSeparator(text: string): Separator | null {
  const lines = text.split(/\r\n|\n|\r|\f/);
  const first = lines.find((line) => line.trim() !== '') ?? '';
  const label = labelOf(first);
  const candidates: readonly (readonly [Separator, number])[] = [
    ...(label === null ? [] : [[labelSeparator(label), FEWEST_PARTS] as const]),
    ...(lines.some(isCounter) ? [[COUNTERS, FEWEST_PARTS] as const] : []),
    ...(text.includes('\f') ? [[FORM_FEEDS, FEWEST_PARTS] as const] : []),
    ...[...new Set(lines.map(ruleKind))]
      .filter((sign) => sign !== null)
      .map((sign) => [rulesOf(sign), FEWEST_PARTS_BY_RULE] as const),
  ];
  let best: { separator: Separator; parts: number } | null = null;
  for (const [separator, fewest] of candidates) {
    const parts = partsOf(text, separator);
    const articles = parts.filter((part) => isArticle(part));
    if (articles.length < fewest || articles.length < parts.length * MOST) continue;
    if (best === null || articles.length > best.parts) best = { separator, parts: articles.length };
  }
  return best?.separator ?? null;
}

/** The parts of a text, those without any text left out. */
function partsOf(text: string, separator: Separator): string[] {
  const parts: string[] = [];
  let from = 0;
  const cut = (to: number, next: number) => {
    const part = text.slice(from, to);
    if (part.trim() !== '') parts.push(part);
    from = next;
  };
  for (const page of separator.formFeeds ? feedsIn(text) : []) cut(page, page + 1);
  for (const line of separator.formFeeds ? [] : linesOf(text)) {
    const role = separator.roleOf(line.text);
    if (role === 'opens') cut(line.start, line.start);
    if (role === 'parts') cut(line.start, line.end);
  }
  cut(text.length, text.length);
  return parts;
}

function feedsIn(text: string): number[] {
  return [...text.matchAll(/\f/g)].map(({ index }) => index);
}

/** A short first line, then running text, and a date or a line of its own for who wrote it, or labels. */
function isArticle(part: string): boolean {
  const lines = linesOf(part).filter(({ text }) => text !== '');
  const prose = lines
    .filter(({ text }) => text.length >= PROSE_LINE)
    .reduce((sum, { text }) => sum + text.length, 0);
  const [first] = lines;
  if (first === undefined || prose < LEAST_PROSE || first.text.length > 200) return false;
  return lines.slice(0, 8).some(({ text }) => hasHead(text)) || labelOf(first.text) !== null;
}

function hasHead(line: string): boolean {
  if (line.length > 120)
    return /^\p{Lu}[\p{L} .'-]{2,40}(?:,[^–—-]{2,40})?\s?[–—-]\s?\S/u.test(line.slice(0, 120));
  if (/^(?:by|بقلم|كتب|von|par)\s/iu.test(line) || /^\p{L}[\p{L} ]{1,28}:/u.test(line)) return true;
  return datesIn(line).readings.length > 0;
}
