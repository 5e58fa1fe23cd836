import { found, type Found } from '../evidence';
import { isAfterArticleHeading, isOfPage } from './after-article';
import type { Block } from './block';
import { siteNames } from './cut-title';
import { commonMarkersIn } from './common-markers';
import { factsAround } from './facts-around';
import { leadOf } from './lead';
import { locateInBlock } from './locate';
import type { PageHeadline } from './page-headline';
import { pageHeadlineOf } from './page-headline';
import type { PageReading } from './page-reading';
import { heaviestRun, runFrom, type Run } from './prose-run';
import { proseWeights } from './prose-weights';
import { isResidue } from './residue';
import { isProse, proseTraits } from './sentences';
import { fold } from '../text/fold';

/** Reads a page that no profile knows: headline, body, date and author by their looks. */
export function readByRules(recordText: string, blocks: readonly Block[]): PageReading {
  const weights = proseWeights(blocks);
  const faded = withFadedEnd(blocks, weights);
  const rough = heaviestRun(faded, 0);
  const headline = pageHeadlineOf(blocks, weights, rough);
  const body = bodyRun(blocks, faded, rough, headline);
  const anchor = headline?.bodyFrom ?? body?.first ?? 0;
  const facts = factsAround(
    recordText,
    blocks,
    body,
    anchor,
    headline === null ? null : fold(headline.headline),
  );
  const { marked, taken } = commonMarkersIn(recordText, blocks, body, anchor);
  const notBody = new Set([...facts.taken, ...taken]);
  const lead =
    headline === null || body === null ? [] : leadOf(blocks, weights, headline.bodyFrom, body.first, notBody);
  return {
    headline: headline === null ? null : foundHeadline(recordText, headline),
    byline: facts.byline,
    ...siteNames(recordText, headline?.siteBlock ?? EMPTY, headline?.site ?? null),
    dates: facts.dates,
    marked,
    paragraphs: body === null ? [] : [...lead, ...paragraphsOf(blocks, body, headline, notBody)],
    bodyRule: 'body:prose-run',
    bodyConfidence: 0.6,
    issues: marked.flatMap(({ issues }) => issues),
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
  const isSure = headline?.rule === 'title:repeated' || headline?.rule === 'headline:trail';
  const least = isSure ? SHORTEST_ARTICLE : shareOf(headline) * sumOf(weights, rough);
  if (below !== null && sumOf(weights, below) >= least) return below;
  return upToEnd(blocks, rough);
}

const SHORTEST_ARTICLE = 150;

/** How much of the heaviest run there must be below a headline for it to be believed. */
function shareOf(headline: PageHeadline | null): number {
  return headline?.rule === 'title:separator' || headline?.rule === 'title:archive' ? 0.4 : 0.75;
}

/** The run from the first prose on, cut where comments or other stories begin. */
function articleFrom(blocks: readonly Block[], weights: readonly number[], from: number): Run | null {
  const run = runFrom(weights, from);
  if (run === null) return null;
  const whole = upToEnd(blocks, { first: run.first, last: blocks.length - 1 });
  return runFrom(weights.slice(0, whole.last + 1), run.first);
}

/** Prose under the first heading of comments or other stories that has an article above it, a whole one or a start. */
const COMMENT_FACTOR = 0.35;
const COMMENT_FACTOR_BELOW_WHOLE = 0.1;
const WHOLE_ARTICLE = 700;

function withFadedEnd(blocks: readonly Block[], weights: readonly number[]): number[] {
  const { last } = upToEnd(blocks, { first: 0, last: blocks.length - 1 });
  const article = heaviestRun(weights.slice(0, last + 1), 0);
  const isWhole = article !== null && sumOf(weights, article) >= WHOLE_ARTICLE;
  const factor = isWhole ? COMMENT_FACTOR_BELOW_WHOLE : COMMENT_FACTOR;
  return weights.map((weight, index) => (index > last && weight > 0 ? weight * factor : weight));
}

function sumOf(weights: readonly number[], run: Run): number {
  let sum = 0;
  for (let index = run.first; index <= run.last; index += 1) sum += weights[index] ?? 0;
  return sum;
}

/** Comments often outweigh the heading that parts them from the article: cut there once there is an article. */
const ENOUGH_PROSE = 150;

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
    return !isResidue(block) && !isOfPage(block);
  });
}
