import { isAfterArticleHeading, isAfterArticleLine, mentionsNotice } from './after-article';
import { authorOfBox } from './author-box';
import type { Block } from './block';
import { headingPageOf, SIGNS, signsAt, type HeadingPage, type Sign, type Signs } from './heading-signs';
import { wordsOf } from './name-words';
import type { Run } from './prose-run';
import { isTitleLike } from './title-like';

export interface Heading {
  readonly block: Block;
  readonly index: number;
  /** A trail of links above it ends in the same words. */
  readonly trailed: boolean;
  readonly confidence: number;
}

/** What each sign weighs: fitted on half of the pages of `npm run eval`, from weights that were set by hand. */
const WEIGHTS: Readonly<Record<Sign, number>> = {
  proseBelow: 1.7,
  proseAbove: -4.3,
  wordsOfBody: 1.6,
  manyWordsOfBody: 1.5,
  wordsOfTitle: 2.9,
  titleCovered: 3.1,
  outdented: 3,
  inHead: 4,
  trailed: 3,
  loose: 1.5,
  factsNext: 3.3,
  factsSoon: 2.5,
  factsBefore: 1,
  inside: -4.4,
  above: -0.6,
  oneWord: -2.5,
  usualLength: 0.8,
  manyWords: 0.7,
  endsInMark: -2.3,
  endsInQuestion: -0.5,
  name: -0.7,
  tellsDay: -1,
  wordsOfLead: 1.1,
};

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
  const last = Math.min(body.last, MOST_BLOCKS);
  const page = headingPageOf(blocks, weights, body, pageTitle, last);
  let best: Scored | null = null;
  for (let index = 0; index <= last; index += 1) {
    const block = blocks[index];
    if (block === undefined || block === pageTitle) continue;
    if (page.facts[index] === 'all' || !isHeadingLike(block)) continue;
    const one = scored(page, block, index);
    if (best === null || one.score > best.score) best = one;
  }
  if (best === null || best.score <= 0) return null;
  const { block, index, trailed, score } = aboveStandfirst(page, best, pageTitle) ?? best;
  return { block, index, trailed, confidence: score > SURE_SCORE ? 0.7 : 0.45 };
}

interface Scored {
  readonly block: Block;
  readonly index: number;
  readonly trailed: boolean;
  readonly score: number;
}

function scored(page: HeadingPage, block: Block, index: number): Scored {
  const signs = signsAt(page, index);
  return { block, index, trailed: signs.trailed > 0, score: scoreOf(signs) };
}

const LONG_HEADLINE = 16;
const HARDLY_LESS = 3;

/** A standfirst stands nearer to the text than its headline, and says more of it; it is a sentence, or long. */
function aboveStandfirst(
  page: HeadingPage,
  { block, index, trailed, score }: Scored,
  pageTitle: Pick<Block, 'folded'> | null,
): Scored | null {
  const isSentence = /[.…]["'”’»)\]]*$/u.test(block.text.slice(-6));
  if (trailed || (!isSentence && wordsOf(block.text).length <= LONG_HEADLINE)) return null;
  const over = page.blocks[index - 1];
  if (over === undefined || over === pageTitle || over.blankBefore === 0) return null;
  if (page.facts[index - 1] !== 'none' || !isHeadingLike(over) || wordsOf(over.text).length < 2) return null;
  const one = scored(page, over, index - 1);
  return one.score > score - HARDLY_LESS ? one : null;
}

function scoreOf(signs: Signs): number {
  let sum = 0;
  for (const sign of SIGNS) sum += signs[sign] * WEIGHTS[sign];
  return sum;
}

function isHeadingLike(block: Block): boolean {
  if (
    !isTitleLike(block) ||
    isAfterArticleHeading(block) ||
    isAfterArticleLine(block) ||
    mentionsNotice(block) ||
    SENTENCES.test(block.text) ||
    authorOfBox(block.text) !== null
  )
    return false;
  return wordsOf(block.text).length <= MOST_WORDS && !CAPTION.test(block.text) && !BRACKETS.test(block.text);
}

/** `Learn more here. Do you agree?`: two sentences are no headline. */
const SENTENCES = /\p{L}{4}[.!?] \p{Lu}.*[.!?]$/u;

const CAPTION =
  /©|\(c\)|https?:|www\.|\.(?:jpe?g|png|gif)|(?:foto|photo|bild|image|illustration|quelle|source|credit)s?\s?:/iu;

/** `[logo] Home`, `Search [   ]`: what text browsers leave of pictures and forms. */
const BRACKETS = /\[[^\]]{0,60}\]|_{5}|\(BUTTON\)|^logo /iu;
