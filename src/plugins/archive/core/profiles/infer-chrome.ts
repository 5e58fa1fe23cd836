import { dateLineIn } from '../dates/date-line';
import { isAfterArticleLine, isChromePhrase } from '../fields/after-article';
import { authorIn } from '../fields/byline';
import { FEW, fewestPages, finding, PageCounts, type Finding } from './infer-finding';
import type { SampledPage } from './infer-page';
import type { LinePattern } from './profile';

/** Lines that recur across the pages. */
export interface LearnedChrome {
  /** The folded lines. */
  readonly lines: ReadonlySet<string>;
  /** What begins lines that differ in their numbers alone, folded: `last updated: `. */
  readonly starts: readonly string[];
  readonly patterns: readonly LinePattern[];
  readonly findings: readonly Finding[];
}

const LEAST_SHARE = 0.2;
const LONGEST_LINE = 300;
const SHORTEST_START = 8;
const MOST_PATTERNS = 300;

/** `isMarker` tells labels whose lines are the article's own, however often they come. */
export function learnChrome(
  pages: readonly SampledPage[],
  isMarker: (text: string) => boolean,
): LearnedChrome {
  const lines = new PageCounts();
  const shapes = new PageCounts();
  pages.forEach(({ blocks }, page) => {
    for (const block of blocks) {
      const { text, folded } = block;
      if (folded === '' || text.length > LONGEST_LINE || isMarker(text) || isArticles(text)) continue;
      lines.add(folded, page, text);
      const digit = folded.search(/\p{N}/u);
      if (digit >= SHORTEST_START) shapes.add(folded.slice(0, digit), page, text);
    }
  });
  const all = pages.length;
  // On one page everything recurs.
  const many = all < FEW ? Number.POSITIVE_INFINITY : fewestPages(all, LEAST_SHARE);
  const recurring = lines
    .atLeast(1)
    .filter(([folded, { pages: count }]) => count >= many || isKnown(folded))
    .slice(0, MOST_PATTERNS);
  const known = new Set(recurring.map(([folded]) => folded));
  const starts = shapes.atLeast(many).filter(([start]) => ![...known].some((line) => line.startsWith(start)));
  return {
    lines: known,
    starts: starts.map(([start]) => start),
    patterns: [
      ...recurring.map(([folded, { examples }]): LinePattern => ({ equals: examples[0] ?? folded })),
      ...starts.map(([start, { examples }]): LinePattern => ({ startsWith: spelled(start, examples[0]) })),
    ],
    findings: [
      ...recurring.map(([folded, { pages: count, examples }]) =>
        finding('boilerplate', examples[0] ?? folded, count, pages.length),
      ),
      ...starts.map(([start, { pages: count, examples }]) =>
        finding('boilerplate', `${spelled(start, examples[0])}…`, count, pages.length, examples),
      ),
    ],
  };
}

/** Labels that all sites have, `Select Page`, are chrome wherever they come. */
function isKnown(folded: string): boolean {
  return isChromePhrase({ folded }) || isAfterArticleLine({ folded });
}

/** Dates and bylines recur without being chrome; when a page was last updated is no date of the article. */
function isArticles(text: string): boolean {
  const line = dateLineIn(text, 0);
  return line === null ? authorIn(text, null) !== null : line.kind !== 'modified';
}

/** The start as the page spells it, where folding kept the length. */
function spelled(start: string, example: string | undefined): string {
  const digit = example?.search(/\p{N}/u) ?? -1;
  return (example !== undefined && digit > 0 ? example.slice(0, digit) : start).trim();
}
