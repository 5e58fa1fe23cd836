import type { DateCandidate } from '../dates/choose-date';
import { found, type Found } from '../evidence';
import { isChromePhrase } from './after-article';
import type { Block } from './block';
import { authorIn, isNameOnly } from './byline';
import { locateInBlock } from './locate';
import { dateLineOf, datesBeside } from './printed-date';
import type { Run } from './prose-run';
import { isProse, proseTraits } from './sentences';

/** Date and author as pages print them near the headline or under the article. */
export interface Facts {
  readonly dates: readonly DateCandidate[];
  readonly byline: Found | null;
  /** Indexes of blocks that tell facts and are not body. */
  readonly taken: ReadonlySet<number>;
}

const ABOVE_HEADLINE = 6;
const INTO_BODY = 5;
const BELOW_BODY = 8;
/** Where nothing is near, a page may still print its date somewhere; another article's is as likely. */
const FAR = 40;
const FAR_FACTOR = 0.4;
/** Facts far from the headline are likelier another article's. */
const FALLOFF = 0.04;

/** Looks around the headline (`anchor`: the block after it) and the body's ends, nearest first. */
export function factsAround(
  recordText: string,
  blocks: readonly Block[],
  body: Run | null,
  anchor: number,
): Facts {
  const bodyFirst = Math.max(body?.first ?? anchor, anchor);
  const bodyLast = body?.last ?? anchor;
  const near = [
    ...range(anchor, Math.min(bodyFirst + INTO_BODY, anchor + FAR)),
    ...range(anchor - ABOVE_HEADLINE, anchor).reverse(),
    ...range(Math.max(bodyLast - 2, anchor), bodyLast + BELOW_BODY),
  ];
  const facts = [...new Set(near)].flatMap((index) => factOf(recordText, blocks, index));
  const dates = facts.flatMap((fact, order) => fact.dates.map((date) => dimmed(date, order)));
  const isHead = ({ index }: Fact) => index < bodyFirst + INTO_BODY;
  const isBetween = ({ index }: Fact) => index >= anchor && index < bodyFirst;
  return {
    dates: dates.length > 0 ? dates : datesFarOff(recordText, blocks, anchor),
    byline: facts.find((fact) => fact.byline !== null)?.byline ?? loneName(facts, isBetween),
    taken: new Set(facts.filter((fact) => fact.isFactsLine && isHead(fact)).map(({ index }) => index)),
  };
}

interface Fact {
  readonly index: number;
  readonly dates: readonly DateCandidate[];
  readonly byline: Found | null;
  /** The line is a name and nothing else. */
  readonly lone: Found | null;
  readonly isFactsLine: boolean;
}

function factOf(recordText: string, blocks: readonly Block[], index: number): Fact[] {
  const block = blocks[index];
  if (block === undefined) return [];
  const line = dateLineOf(recordText, block, undefined);
  const dates = line?.dates ?? datesBeside(recordText, block, undefined);
  const author = authorIn(block.text, dateIn(block, dates));
  const isFactsLine = line !== null || (author !== null && !isProse(proseTraits(block.text)));
  const byline =
    author === null ? null : found(author, locateInBlock(recordText, block, author), 'byline:pattern', 0.7);
  const lone =
    isNameOnly(block.text) && !isChromePhrase(block)
      ? found(block.text, block, 'byline:name-alone', 0.4)
      : null;
  return [{ index, dates, byline, lone, isFactsLine }];
}

/** Where the first date stands in the block's text. */
function dateIn(block: Block, dates: readonly DateCandidate[]) {
  const text = dates[0]?.text ?? '';
  const start = text === '' ? -1 : block.text.indexOf(text);
  return start < 0 ? null : { start, end: start + text.length };
}

/** A name alone beside a date, or between headline and body. */
function loneName(facts: readonly Fact[], isBetween: (fact: Fact) => boolean): Found | null {
  const dated = new Set(facts.filter(({ dates }) => dates.length > 0).map(({ index }) => index));
  const beside = facts.find(
    ({ index, lone }) => lone !== null && (dated.has(index - 1) || dated.has(index + 1)),
  );
  return (beside ?? facts.find((fact) => fact.lone !== null && isBetween(fact)))?.lone ?? null;
}

function datesFarOff(recordText: string, blocks: readonly Block[], anchor: number): DateCandidate[] {
  const indexes = [...range(anchor, anchor + FAR), ...range(anchor - FAR, anchor).reverse()];
  return indexes
    .flatMap((index) => factOf(recordText, blocks, index))
    .flatMap(({ dates }, order) => dates.map((date) => dimmed(date, order, FAR_FACTOR)));
}

function range(from: number, to: number): number[] {
  const first = Math.max(0, from);
  return Array.from({ length: Math.max(0, to - first) }, (_, step) => first + step);
}

function dimmed(date: DateCandidate, order: number, factor = 1): DateCandidate {
  const confidence = Math.max(0.05, date.evidence.confidence * factor - order * FALLOFF * factor);
  return { ...date, evidence: { ...date.evidence, confidence: Math.round(confidence * 100) / 100 } };
}
