import { coverageIn } from '../dates/coverage';
import { fold } from '../text/fold';
import type { Block } from './block';
import { cutTitle, type TitleCut } from './cut-title';
import { headingByLooks } from './heading-by-looks';
import { wordsOf } from './name-words';
import { proseNear, type Run } from './prose-run';
import { isListItem } from './residue';
import { isTitleLike } from './title-like';

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
/** Below a real headline there is some prose. */
const LEAST_PROSE_BELOW = 60;

/** Finds the headline: in the page title at the top, confirmed by its repetition, or above the body by its looks. */
export function pageHeadlineOf(
  blocks: readonly Block[],
  weights: readonly number[],
  body: Run | null,
): PageHeadline | null {
  const titled = isTextBrowsers(blocks) ? null : fromPageTitle(blocks, weights, body);
  if (titled?.rule === 'title:repeated') return titled;
  const looks = body === null ? null : headingByLooks(blocks, weights, body, titled?.block ?? null);
  if (looks === null || (titled !== null && titled.confidence >= looks.confidence)) return titled;
  const { block, index, trailed, confidence } = looks;
  const { site = null, siteBlock = null } = titled ?? {};
  return {
    block,
    headline: withoutKicker(block.text),
    site,
    siteBlock,
    bodyFrom: index + 1,
    rule: trailed ? 'headline:trail' : 'headline:looks',
    confidence,
  };
}

/** `Harbour talks"We shall sail again"` -> `"We shall sail again"`: a quotation glued to the line over it. */
function withoutKicker(text: string): string {
  return /^[\p{L} -]+\p{L}(["„“«][^"„“”«»]{10,}["“”»])$/u.exec(text)?.[1] ?? text;
}

const FEWEST_ITEMS = 3;

/** lynx and w3m indent the items of lists, and do not print the page title. */
function isTextBrowsers(blocks: readonly Block[]): boolean {
  return blocks.filter((block) => block.indent > 1 && isListItem(block)).length >= FEWEST_ITEMS;
}

/**
 * The page title is the first line of a page that a browser saved, with a blank line below. A site title may stand
 * above it, as in `The Daily Quay | News`, blank, `Boats Return | The Daily Quay`.
 */
function fromPageTitle(
  blocks: readonly Block[],
  weights: readonly number[],
  body: Run | null,
): PageHeadline | null {
  const places = placesByText(blocks);
  const options = blocks.slice(0, TITLE_BLOCKS).flatMap((block, index): Option[] => {
    // `LISBON - The port opened ...` is no headline with a site's name: the body begins there.
    const inBody = body !== null && index >= body.first && index > 0;
    if (!isTitleLike(block) || inBody || (index > 0 && !isSpaced(block.text))) return [];
    const cut = cutTitle(block.text, (line) => bestPlace(places.get(line), index, weights)?.prose ?? null);
    return cut.site !== null || isPageTitle(blocks, index) ? [{ block, index, cut }] : [];
  });
  const repeated = options.find(({ cut }) => cut.repeated);
  const parted = options.filter(({ cut }) => cut.site !== null);
  const archived = parted.find(({ cut }) => cut.site !== null && coverageIn(cut.site).coverage !== null);
  const option = repeated ?? archived ?? parted.at(-1) ?? options[0];
  if (option === undefined) return null;
  const { block, index, cut } = option;
  const again = bestPlace(places.get(fold(cut.headline)), index, weights);
  const sure = cut.repeated && again !== null && again.prose >= LEAST_PROSE_BELOW;
  const [rule, confidence] = sure
    ? ['title:repeated', 0.9]
    : option === archived
      ? ['title:archive', 0.8]
      : cut.site === null
        ? ['title:whole', 0.5]
        : ['title:separator', 0.65];
  const bodyFrom = (again?.place ?? index) + 1;
  return { block, headline: cut.headline, site: cut.site, siteBlock: block, bodyFrom, rule, confidence };
}

/** `Osthessen|News needs Javascript` below a page title is a sentence with a name in it. */
function isSpaced(text: string): boolean {
  return !text.includes('|') || text.includes(' | ');
}

/** The first line, alone above a blank one, of at least three words. */
function isPageTitle(blocks: readonly Block[], index: number): boolean {
  const [first, second] = blocks;
  return (
    index === 0 && first?.indent === 0 && wordsOf(first.text).length >= 3 && (second?.blankBefore ?? 0) > 0
  );
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
