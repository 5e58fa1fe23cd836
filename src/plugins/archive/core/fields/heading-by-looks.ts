import { dateLineIn } from '../dates/date-line';
import { datesIn } from '../dates/read-dates';
import { isAfterArticleHeading, isAfterArticleLine, mentionsNotice } from './after-article';
import type { Block } from './block';
import { authorIn, isNameOnly } from './byline';
import { wordsOf } from './name-words';
import { proseNear, type Run } from './prose-run';
import { isTitleLike } from './title-like';

export interface Heading {
  readonly block: Block;
  readonly index: number;
  readonly confidence: number;
}

const MOST_WORDS = 25;
const SURE_SCORE = 8;
/** The headline stands well before the 5,000th line. */
const MOST_BLOCKS = 5000;

/** Scores every short line down to the body's end: prose below, none above, words that body and page title use. */
export function headingByLooks(
  blocks: readonly Block[],
  weights: readonly number[],
  body: Run,
  pageTitle: Pick<Block, 'folded'> | null,
): Heading | null {
  const titleWords = new Set(contentWords(pageTitle?.folded ?? ''));
  const bodyBlocks = blocks.slice(body.first, body.last + 1);
  const vocabulary = new Set(bodyBlocks.slice(0, 200).flatMap(({ folded }) => contentWords(folded)));
  const indents = bodyBlocks.filter(({ text }) => text.length > 150).map(({ indent }) => indent);
  const head = blocks[0]?.text.startsWith('#') === true ? blocks[0].folded : '';
  const looks: Looks = { weights, vocabulary, titleWords, head, bodyIndent: Math.min(...indents, 99) };
  const prose = proseUpTo(weights, body);
  const last = Math.min(body.last, MOST_BLOCKS);
  const isFacts = blocks.slice(0, last + 1 + FACTS_BELOW).map(isFactsLine);
  let best: { block: Block; index: number; score: number } | null = null;
  for (let index = 0; index <= last; index += 1) {
    const block = blocks[index];
    if (block === undefined || block === pageTitle) continue;
    if (isFacts[index] === true || !isHeadingLike(block)) continue;
    const score =
      headingScore(block, index, looks) + surroundingsScore(blocks, index, isFacts, prose, body.first);
    if (best === null || score > best.score) best = { block, index, score };
  }
  if (best === null || best.score <= 0) return null;
  return { block: best.block, index: best.index, confidence: best.score > SURE_SCORE ? 0.7 : 0.45 };
}

/** For each block, how much prose of the body stands above it. */
function proseUpTo(weights: readonly number[], body: Run): number[] {
  let sum = 0;
  return weights.map((weight, index) => {
    const above = sum;
    if (index >= body.first) sum += Math.max(0, weight);
    return above;
  });
}

const FACTS_BELOW = 4;

/** Blank lines around, a date or byline just below; the further inside the body or above it, the less. */
function surroundingsScore(
  blocks: readonly Block[],
  index: number,
  isFacts: readonly boolean[],
  prose: readonly number[],
  bodyFirst: number,
): number {
  const isLoose = (blocks[index]?.blankBefore ?? 0) > 0 && (blocks[index + 1]?.blankBefore ?? 1) > 0;
  const hasFacts = isFacts.slice(index + 1, index + 1 + FACTS_BELOW).includes(true);
  const inside = Math.min(3, (prose[index] ?? 0) / 500);
  const above = Math.min(2, Math.max(0, bodyFirst - index) * 0.04);
  return (isLoose ? 1 : 0) + (hasFacts ? 2 : 0) - inside - above;
}

function isHeadingLike(block: Block): boolean {
  if (
    !isTitleLike(block) ||
    isAfterArticleHeading(block) ||
    isAfterArticleLine(block) ||
    mentionsNotice(block)
  )
    return false;
  return wordsOf(block.text).length <= MOST_WORDS && !CAPTION.test(block.text) && !BRACKETS.test(block.text);
}

/** A byline or a date line. */
function isFactsLine({ text }: Block): boolean {
  return authorIn(text, null) !== null || dateLineIn(text, 0) !== null;
}

const CAPTION =
  /©|\(c\)|https?:|www\.|\.(?:jpe?g|png|gif)|(?:foto|photo|bild|image|quelle|source|credit)s?\s?:/iu;

/** `[logo] Home`, `Search [   ]`: what text browsers leave of pictures and forms. */
const BRACKETS = /\[[^\]]{0,60}\]|_{5}|\(BUTTON\)|^logo /iu;

/** What a heading is judged by. */
interface Looks {
  readonly weights: readonly number[];
  readonly vocabulary: ReadonlySet<string>;
  readonly titleWords: ReadonlySet<string>;
  /** The links of the page's head, as lynx prints them; empty for other pages. */
  readonly head: string;
  readonly bodyIndent: number;
}

function headingScore(block: Block, index: number, looks: Looks): number {
  const { weights, vocabulary, titleWords, head, bodyIndent } = looks;
  const words = contentWords(block.folded);
  const count = wordsOf(block.text).length;
  const inBody = words.filter((word) => vocabulary.has(word)).length;
  const inTitle = words.filter((word) => titleWords.has(word)).length;
  return (
    3 * Math.min(1, proseNear(weights, index, 1) / 700) -
    3 * Math.min(1, proseNear(weights, index, -1) / 500) +
    (words.length === 0 ? 0 : (inBody * 2 + inTitle * 3) / words.length) +
    Math.min(inBody, 5) * 0.3 +
    (titleWords.size === 0 ? 0 : (inTitle / titleWords.size) * 3) +
    (block.indent < bodyIndent ? 2 : 0) +
    (isOnceIn(head, block.folded) ? 4 : 0) +
    (count >= 4 && count <= 20 ? 1 : count === 1 ? -2 : 0) -
    (/[.,;:]$/u.test(block.text) ? 2 : 0) -
    (isNameOnly(block.text) ? 1 : 0) -
    (datesIn(block.text).readings.some(({ precision }) => precision === 'day') ? 2.5 : 0)
  );
}

/** `#The Quay » Feed The Quay » Boats Return Comments Feed`: the headline stands there once, the site's name often. */
function isOnceIn(head: string, folded: string): boolean {
  const first = folded.length < 6 ? -1 : head.indexOf(folded);
  return first >= 0 && head.indexOf(folded, first + 1) < 0;
}

function contentWords(folded: string): string[] {
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 4);
}
