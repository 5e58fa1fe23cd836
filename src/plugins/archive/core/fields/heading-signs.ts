import { dateLineIn } from '../dates/date-line';
import { datesIn } from '../dates/read-dates';
import type { Block } from './block';
import { authorIn } from './byline';
import { isNameOnly } from './lone-name';
import { wordsOf } from './name-words';
import { proseNear, type Run } from './prose-run';

/** What speaks for or against a line as the page's headline, each about 0 to 1. */
export const SIGNS = [
  'proseBelow',
  'proseAbove',
  'wordsOfBody',
  'manyWordsOfBody',
  'wordsOfTitle',
  'titleCovered',
  'outdented',
  'inHead',
  'trailed',
  'loose',
  'factsNext',
  'factsSoon',
  'factsBefore',
  'inside',
  'above',
  'oneWord',
  'usualLength',
  'manyWords',
  'endsInMark',
  'endsInQuestion',
  'name',
  'tellsDay',
  'wordsOfLead',
] as const;
export type Sign = (typeof SIGNS)[number];
export type Signs = Readonly<Record<Sign, number>>;

/** A page as headings are judged on it: prepared once. */
export interface HeadingPage {
  readonly blocks: readonly Block[];
  readonly weights: readonly number[];
  readonly body: Run;
  /** Prose of the body that stands above each block, in weight. */
  readonly proseUpTo: readonly number[];
  readonly facts: readonly Facts[];
  readonly vocabulary: ReadonlySet<string>;
  readonly titleWords: ReadonlySet<string>;
  /** The links of the page's head, as lynx prints them; empty for other pages. */
  readonly head: string;
  readonly bodyIndent: number;
}

const FACTS_BELOW = 4;

export function headingPageOf(
  blocks: readonly Block[],
  weights: readonly number[],
  body: Run,
  pageTitle: Pick<Block, 'folded'> | null,
  last: number,
): HeadingPage {
  const bodyBlocks = blocks.slice(body.first, body.last + 1);
  const indents = bodyBlocks.filter(({ text }) => text.length > 150).map(({ indent }) => indent);
  return {
    blocks,
    weights,
    body,
    proseUpTo: proseUpTo(weights, body),
    facts: blocks.slice(0, last + 1 + FACTS_BELOW).map(factsOf),
    vocabulary: new Set(bodyBlocks.slice(0, 200).flatMap(({ folded }) => contentWords(folded))),
    titleWords: new Set(contentWords(pageTitle?.folded ?? '')),
    head: blocks[0]?.text.startsWith('#') === true ? blocks[0].folded : '',
    bodyIndent: indents.length === 0 ? -1 : Math.min(...indents.slice(0, 1000)),
  };
}

/** All signs of the line at `index`. */
export function signsAt(page: HeadingPage, index: number): Signs {
  const block = page.blocks[index];
  if (block === undefined) throw new RangeError(`no block ${index}`);
  const words = contentWords(block.folded);
  return { ...signsOfText(page, block, words), ...signsOfPlace(page, block, index, words) };
}

function signsOfText({ vocabulary, titleWords, head }: HeadingPage, block: Block, words: readonly string[]) {
  const count = wordsOf(block.text).length;
  const inBody = words.filter((word) => vocabulary.has(word)).length;
  const inTitle = words.filter((word) => titleWords.has(word)).length;
  const share = (part: number) => (words.length === 0 ? 0 : part / words.length);
  return {
    wordsOfBody: share(inBody),
    manyWordsOfBody: Math.min(inBody, 5) / 5,
    wordsOfTitle: share(inTitle),
    titleCovered: titleWords.size === 0 ? 0 : inTitle / titleWords.size,
    inHead: flag(isOnceIn(head, block.folded)),
    oneWord: flag(count === 1),
    usualLength: flag(count >= 4 && count <= 16),
    manyWords: flag(count > 20),
    endsInMark: flag(/[.,;:–—-]$/u.test(block.text)),
    endsInQuestion: flag(/[?!]$/u.test(block.text)),
    name: flag(isNameOnly(block.text)),
    tellsDay: flag(tellsDay(block.text)),
  };
}

function signsOfPlace(page: HeadingPage, block: Block, index: number, words: readonly string[]) {
  const { blocks, weights, facts, body, bodyIndent } = page;
  const next = blocks[index + 1];
  const below = facts.slice(index + 1, index + 1 + FACTS_BELOW).findIndex((one) => one !== 'none');
  return {
    wordsOfLead: leadShare(page, words, index),
    proseBelow: Math.min(1, proseNear(weights, index, 1) / 700),
    proseAbove: Math.min(1, proseNear(weights, index, -1) / 500),
    outdented: flag(bodyIndent >= 0 && block.indent < bodyIndent),
    trailed: flag(endsTrail(blocks, index)),
    loose: flag(block.blankBefore > 0 && (next?.blankBefore ?? 1) > 0),
    factsNext: flag(below === 0),
    factsSoon: flag(below > 0),
    factsBefore: flag((facts[index - 1] ?? 'none') !== 'none'),
    inside: Math.min(3, (page.proseUpTo[index] ?? 0) / 500) / 3,
    above: Math.min(50, Math.max(0, body.first - index)) / 50,
  };
}

const LEAD_BELOW = 8;

/** The share of its words that come again in the first paragraph below. */
function leadShare({ blocks, weights }: HeadingPage, words: readonly string[], index: number): number {
  if (words.length === 0) return 0;
  for (let below = index + 1; below <= index + LEAD_BELOW; below += 1) {
    const lead = blocks[below];
    if (lead === undefined || (weights[below] ?? 0) < 80) continue;
    const text = lead.folded.slice(0, 1500);
    return words.filter((word) => text.includes(word)).length / words.length;
  }
  return 0;
}

const flag = (is: boolean): number => (is ? 1 : 0);

function proseUpTo(weights: readonly number[], body: Run): number[] {
  let sum = 0;
  return weights.map((weight, index) => {
    const above = sum;
    if (index >= body.first) sum += Math.max(0, weight);
    return above;
  });
}

/** Whether a line is a byline or date line as a whole, or tells a day among other short facts. */
type Facts = 'all' | 'some' | 'none';

const LONGEST_FACTS = 140;

function factsOf({ text }: Block): Facts {
  if (authorIn(text, null) !== null || dateLineIn(text, 0) !== null) return 'all';
  return text.length <= LONGEST_FACTS && tellsDay(text) && !/[.!?]$/.test(text) ? 'some' : 'none';
}

function tellsDay(text: string): boolean {
  return datesIn(text).readings.some(({ precision }) => precision === 'day');
}

const TRAIL_ABOVE = 12;
const SHORTEST_TRAILED = 6;
const LONGEST_TRAIL = 400;

/**
 * `Home » News » Boats Return`, `StartNewsBoats Return`, `3. Boats Return`: a trail above ends in the headline.
 * `The Quay The Quay` is a logo with its name.
 */
function endsTrail(blocks: readonly Block[], index: number): boolean {
  const { folded } = blocks[index] ?? { folded: '' };
  if (folded.length < SHORTEST_TRAILED) return false;
  for (let above = Math.max(0, index - TRAIL_ABOVE); above < index; above += 1) {
    const trail = blocks[above]?.folded ?? '';
    if (trail.length <= folded.length || trail.length > LONGEST_TRAIL) continue;
    if (trail.endsWith(folded) && !trail.startsWith(folded)) return true;
  }
  return false;
}

/** `#The Quay » Feed The Quay » Boats Return Comments Feed`: the headline stands there once, the site's name often. */
function isOnceIn(head: string, folded: string): boolean {
  const first = folded.length < 6 ? -1 : head.indexOf(folded);
  return first >= 0 && head.indexOf(folded, first + 1) < 0;
}

function contentWords(folded: string): string[] {
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 4);
}
