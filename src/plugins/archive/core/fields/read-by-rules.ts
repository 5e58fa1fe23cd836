import type { DateCandidate } from '../dates/choose-date';
import { found, type Found } from '../evidence';
import { isAfterArticleHeading, isAfterArticleLine, isNotice } from './after-article';
import type { Block } from './block';
import { authorIn, isNameOnly } from './byline';
import { siteNames } from './cut-title';
import { locateInBlock } from './locate';
import type { PageHeadline } from './page-headline';
import { pageHeadlineOf } from './page-headline';
import type { PageReading } from './page-reading';
import { dateLineOf, datesBeside } from './printed-date';
import { heaviestRun, proseWeight, runFrom, type Run } from './prose-run';
import { isResidue } from './residue';
import { isProse, proseTraits } from './sentences';
import { fold } from '../text/fold';

/** Reads a page that no profile knows: headline, body, date and author by their looks. */
export function readByRules(recordText: string, blocks: readonly Block[]): PageReading {
  const weights = blocks.map(proseWeight);
  const rough = heaviestRun(weights, 0);
  const headline = pageHeadlineOf(blocks, weights, rough);
  const body = bodyRun(blocks, weights, rough, headline);
  const facts = factsAround(recordText, blocks, body, headline);
  const title = headline === null ? null : foundHeadline(recordText, headline);
  const names = siteNames(recordText, headline?.siteBlock ?? blocks[0] ?? EMPTY, headline?.site ?? null);
  return {
    headline: title,
    byline: facts.byline,
    ...names,
    dates: facts.dates,
    marked: [],
    paragraphs: body === null ? [] : paragraphsOf(blocks, body, headline, facts.taken),
    bodyRule: 'body:prose-run',
    bodyConfidence: 0.6,
    issues: [],
  };
}

const EMPTY: Block = { text: '', folded: '', start: 0, end: 0, indent: 0, blankBefore: 0, lineCount: 0 };

function foundHeadline(recordText: string, { block, headline, rule, confidence }: PageHeadline): Found {
  return found(headline, locateInBlock(recordText, block, headline), rule, confidence);
}

/**
 * From a sure headline the body is what follows it, to where prose gives way; else the heaviest run of the page,
 * unless hardly less stands below the supposed headline.
 */
function bodyRun(
  blocks: readonly Block[],
  weights: readonly number[],
  rough: Run | null,
  headline: PageHeadline | null,
): Run | null {
  if (rough === null) return null;
  const from = headline?.bodyFrom ?? 0;
  const below = articleFrom(blocks, weights, from);
  const least = headline?.rule === 'title:repeated' ? SHORTEST_ARTICLE : 0.4 * sumOf(weights, rough);
  if (below !== null && sumOf(weights, below) >= least) return below;
  return upToEnd(blocks, rough);
}

const SHORTEST_ARTICLE = 150;

/** The run from the first prose on, cut where comments or other stories begin. */
function articleFrom(blocks: readonly Block[], weights: readonly number[], from: number): Run | null {
  const run = runFrom(weights, from);
  if (run === null) return null;
  const whole = upToEnd(blocks, { first: run.first, last: blocks.length - 1 });
  return runFrom(weights.slice(0, whole.last + 1), run.first);
}

function sumOf(weights: readonly number[], run: Run): number {
  let sum = 0;
  for (let index = run.first; index <= run.last; index += 1) sum += weights[index] ?? 0;
  return sum;
}

/** Comments often outweigh the heading that parts them from the article: cut there once there is an article. */
const ENOUGH_PROSE = 250;

function upToEnd(blocks: readonly Block[], run: Run): Run {
  let prose = 0;
  for (let index = run.first; index <= run.last; index += 1) {
    const block = blocks[index] ?? EMPTY;
    if (prose >= ENOUGH_PROSE && isAfterArticleHeading(block)) return { first: run.first, last: index - 1 };
    if (isProse(proseTraits(block.text))) prose += block.text.length;
  }
  return run;
}

function paragraphsOf(
  blocks: readonly Block[],
  run: Run,
  headline: PageHeadline | null,
  taken: ReadonlySet<number>,
): Block[] {
  const title = headline === null ? null : fold(headline.headline);
  return blocks.slice(run.first, run.last + 1).filter((block, index) => {
    if (taken.has(run.first + index) || block.folded === title) return false;
    return !isResidue(block) && !isNotice(block) && !isAfterArticleLine(block) && !isAfterArticleHeading(block);
  });
}

interface Facts {
  readonly dates: readonly DateCandidate[];
  readonly byline: Found | null;
  /** Blocks that are facts lines, not body. */
  readonly taken: ReadonlySet<number>;
}

const BEFORE_HEADLINE = 6;
const INTO_BODY = 5;
const AFTER_BODY = 8;
/** Facts far from the headline are likelier another article's. */
const FALLOFF = 0.04;

function factsAround(recordText: string, blocks: readonly Block[], body: Run | null, headline: PageHeadline | null): Facts {
  const anchor = headline?.bodyFrom ?? body?.first ?? 0;
  const bodyFirst = body?.first ?? anchor;
  const places = placesAround(anchor, bodyFirst, body?.last ?? anchor, blocks.length);
  const dates: DateCandidate[] = [];
  const taken = new Set<number>();
  let byline: Found | null = null;
  let lone: Found | null = null;
  for (const [order, index] of places.entries()) {
    const block = blocks[index] ?? EMPTY;
    const line = dateLineOf(recordText, block, undefined);
    const beside = line?.dates ?? datesBeside(recordText, block, undefined);
    const author = authorIn(block.text, beside.length > 0);
    if (index < bodyFirst + INTO_BODY && (line !== null || (author !== null && !isProse(proseTraits(block.text))))) {
      taken.add(index);
    }
    dates.push(...beside.map((date) => dimmed(date, order)));
    if (author !== null) byline ??= found(author, locateInBlock(recordText, block, author), 'byline:pattern', 0.7);
    else if (isNameOnly(block.text) && isBesideDate(recordText, blocks, index)) {
      lone ??= found(block.text, block, 'byline:name-beside-date', 0.5);
    }
  }
  return { dates, byline: byline ?? lone, taken };
}

/** Nearest first: below the headline, above it, then after the body. */
function placesAround(anchor: number, bodyFirst: number, bodyLast: number, count: number): number[] {
  const below = range(anchor, Math.min(Math.max(bodyFirst, anchor) + INTO_BODY, anchor + 40));
  const above = range(Math.max(0, anchor - BEFORE_HEADLINE), anchor).reverse();
  const after = range(Math.max(bodyLast - 2, anchor), bodyLast + AFTER_BODY);
  return [...new Set([...below, ...above, ...after])].filter((index) => index >= 0 && index < count);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step);
}

function dimmed(date: DateCandidate, order: number): DateCandidate {
  const confidence = Math.max(0.1, date.evidence.confidence - order * FALLOFF);
  return { ...date, evidence: { ...date.evidence, confidence } };
}

function isBesideDate(recordText: string, blocks: readonly Block[], index: number): boolean {
  return [index - 1, index + 1].some((near) => {
    const block = blocks[near];
    return block !== undefined && datesBeside(recordText, block, undefined).length > 0;
  });
}
