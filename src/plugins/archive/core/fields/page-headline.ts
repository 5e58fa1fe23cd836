import { fold } from '../text/fold';
import type { Block } from './block';
import { cutTitle, type TitleCut } from './cut-title';
import { isAfterArticleHeading, isAfterArticleLine, isChromePhrase, isNotice } from './after-article';
import { authorIn } from './byline';
import { isListItem, isResidue } from './residue';
import { dateLineIn } from '../dates/date-line';
import { wordsOf } from './name-words';
import { proseNear, type Run } from './prose-run';

/** The headline of a page without a profile. */
export interface PageHeadline {
  readonly block: Block;
  readonly headline: string;
  /** The site's part of the page title and the block it stands in. */
  readonly site: string | null;
  readonly siteBlock: Block | null;
  /** Where on the page the article begins, as far as the headline tells: the index after it. */
  readonly bodyFrom: number;
  readonly rule: string;
  readonly confidence: number;
}

const TITLE_BLOCKS = 3;
const LONGEST_TITLE = 300;
/** Below a real headline there is some prose. */
const LEAST_PROSE_BELOW = 60;

/** Finds the headline: in the page title at the top, confirmed by its repetition, or above the body by its looks. */
export function pageHeadlineOf(blocks: readonly Block[], weights: readonly number[], body: Run | null): PageHeadline | null {
  const titled = fromPageTitle(blocks, weights, body);
  if (titled?.rule === 'title:repeated') return titled;
  const top = blocks.find((block) => !isResidue(block));
  const titleWords = new Set(contentWords(fold(titled?.headline ?? top?.text ?? '')));
  const looks = body === null ? null : headingByLooks(blocks, weights, body, titleWords);
  if (looks === null) return titled;
  const site = titled === null ? {} : { site: titled.site, siteBlock: titled.siteBlock };
  return titled === null || looks.confidence > titled.confidence ? { ...looks, ...site } : titled;
}

/**
 * The page title is the first line of a page that a browser saved, with a blank line below. A site title may stand
 * above it, as in `The Daily Quay | News`, blank, `Boats Return | The Daily Quay`.
 */
function fromPageTitle(blocks: readonly Block[], weights: readonly number[], body: Run | null): PageHeadline | null {
  const places = placesByText(blocks);
  const options = blocks.slice(0, TITLE_BLOCKS).flatMap((block, index): Option[] => {
    if (!isTitleLike(block) || index > (body?.first ?? index)) return [];
    const cut = cutTitle(block.text, (line) => bestPlace(places.get(line), index, weights)?.prose ?? null);
    const isFirst = index === 0 && (blocks[1]?.blankBefore ?? 0) > 0;
    return isFirst || cut.site !== null ? [{ block, index, cut }] : [];
  });
  const repeated = options.find(({ cut }) => cut.repeated);
  const parted = options.filter(({ cut }) => cut.site !== null).at(-1);
  const option = repeated ?? parted;
  if (option === undefined) return null;
  const { block, index, cut } = option;
  const again = bestPlace(places.get(fold(cut.headline)), index, weights);
  const sure = cut.repeated && again !== null && again.prose >= LEAST_PROSE_BELOW;
  const [rule, confidence] = sure ? ['title:repeated', 0.9] : ['title:separator', 0.65];
  const bodyFrom = (again?.place ?? index) + 1;
  return { block, headline: cut.headline, site: cut.site, siteBlock: block, bodyFrom, rule, confidence };
}

interface Option {
  readonly block: Block;
  readonly index: number;
  readonly cut: TitleCut;
}

/** Of the places where a line stands, below `after`, the one with most prose under it; the later of equals. */
function bestPlace(places: readonly number[] | undefined, after: number, weights: readonly number[]) {
  let best: { place: number; prose: number } | null = null;
  for (const place of (places ?? []).slice(0, 20)) {
    if (place <= after) continue;
    const prose = proseNear(weights, place, 1) - proseNear(weights, place, -1) / 2;
    if (best === null || prose >= best.prose) best = { place, prose };
  }
  return best;
}

function placesByText(blocks: readonly Block[]): ReadonlyMap<string, number[]> {
  const places = new Map<string, number[]>();
  blocks.forEach(({ folded }, index) => {
    const known = places.get(folded);
    if (known === undefined) places.set(folded, [index]);
    else known.push(index);
  });
  return places;
}

function isTitleLike(block: Block): boolean {
  return block.text.length <= LONGEST_TITLE && !isResidue(block) && !isListItem(block) && !isChromePhrase(block);
}

/** Scores every short line down to the body's end: prose below, none above, words that body and page title use. */
function headingByLooks(
  blocks: readonly Block[],
  weights: readonly number[],
  body: Run,
  titleWords: ReadonlySet<string>,
): PageHeadline | null {
  const bodyBlocks = blocks.slice(body.first, body.last + 1);
  const vocabulary = new Set(bodyBlocks.slice(0, 200).flatMap(({ folded }) => contentWords(folded)));
  const indents = bodyBlocks.filter(({ text }) => text.length > 150).map(({ indent }) => indent);
  const looks: Looks = { weights, vocabulary, titleWords, bodyIndent: Math.min(...indents, 99) };
  let best: { block: Block; index: number; score: number } | null = null;
  for (let index = 0; index <= body.last; index += 1) {
    const block = blocks[index];
    if (block === undefined || !isHeadingLike(block)) continue;
    const isLoose = block.blankBefore > 0 && (blocks[index + 1]?.blankBefore ?? 1) > 0;
    const score = headingScore(block, index, looks) + (isLoose ? 1 : 0);
    if (best === null || score > best.score) best = { block, index, score };
  }
  if (best === null || best.score <= 0) return null;
  const { block, index, score } = best;
  const confidence = score > 8 ? 0.7 : 0.45;
  const place = { block, headline: block.text, site: null, siteBlock: null, bodyFrom: index + 1 };
  return { ...place, rule: 'headline:looks', confidence };
}

function isHeadingLike(block: Block): boolean {
  if (!isTitleLike(block) || isAfterArticleHeading(block) || isAfterArticleLine(block) || isNotice(block)) return false;
  if (wordsOf(block.text).length > 25 || CAPTION.test(block.text)) return false;
  return authorIn(block.text, false) === null && dateLineIn(block.text, 0) === null;
}

const CAPTION = /©|\(c\)|https?:|www\.|\.(?:jpe?g|png|gif)|(?:foto|photo|bild|image|quelle|source|credit)s?\s?:/iu;

/** What a heading is judged by. */
interface Looks {
  readonly weights: readonly number[];
  readonly vocabulary: ReadonlySet<string>;
  readonly titleWords: ReadonlySet<string>;
  readonly bodyIndent: number;
}

function headingScore(block: Block, index: number, { weights, vocabulary, titleWords, bodyIndent }: Looks): number {
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
    (count >= 4 && count <= 20 ? 1 : count === 1 ? -2 : 0) -
    (/[.,;:]$/u.test(block.text) ? 2 : 0)
  );
}

function contentWords(folded: string): string[] {
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 4);
}
