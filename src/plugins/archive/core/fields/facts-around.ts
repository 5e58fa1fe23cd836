import type { DateCandidate } from '../dates/choose-date';
import { found, type Found } from '../evidence';
import { isChromePhrase } from './after-article';
import { authorOfBox } from './author-box';
import type { Block } from './block';
import { authorIn, nameAtStart } from './byline';
import { locateInBlock } from './locate';
import { bareName, isNameOnly } from './lone-name';
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
/** An author's box stands below the article, sometimes below buttons and links. */
const BOX_BELOW = 30;
/** Where nothing is near, a page may still print its date somewhere; another article's is as likely. */
const FAR = 40;
const FAR_FACTOR = 0.4;
/** Facts far from the headline are likelier another article's. */
const FALLOFF = 0.04;

/**
 * Looks around the headline (`anchor`: the block after it) and the body's ends, nearest first. `headline` is folded: a
 * line that says the same is no name.
 */
export function factsAround(
  recordText: string,
  blocks: readonly Block[],
  body: Run | null,
  anchor: number,
  headline: string | null,
): Facts {
  const bodyFirst = Math.max(body?.first ?? anchor, anchor);
  const bodyLast = body?.last ?? anchor;
  const near = [
    ...range(anchor, Math.min(bodyFirst + INTO_BODY, anchor + FAR)),
    ...range(anchor - ABOVE_HEADLINE, anchor).reverse(),
    ...range(Math.max(bodyLast - 2, anchor), bodyLast + BELOW_BODY),
  ];
  const facts = [...new Set(near)].flatMap((index) => factOf(recordText, blocks, index, headline));
  const dates = unmarkedLessSure(
    facts.flatMap((fact, order) => fact.dates.map((date) => dimmed(date, order))),
  );
  const isHead = ({ index }: Fact) => index < bodyFirst + INTO_BODY;
  const isBetween = ({ index }: Fact) => index >= anchor && index < bodyFirst;
  return {
    dates: dates.length > 0 ? dates : datesFarOff(recordText, blocks, anchor),
    byline:
      facts.find((fact) => fact.byline !== null)?.byline ??
      facts.find((fact) => fact.introduced)?.lone ??
      nameBesideDate(facts) ??
      boxed(recordText, blocks, bodyLast) ??
      facts.find((fact) => fact.lone !== null && isBetween(fact))?.lone ??
      null,
    taken: new Set(facts.filter((fact) => fact.isFactsLine && isHead(fact)).map(({ index }) => index)),
  };
}

interface Fact {
  readonly index: number;
  readonly dates: readonly DateCandidate[];
  readonly byline: Found | null;
  /** The line is a name and nothing else. */
  readonly lone: Found | null;
  /** `Von` stands above the name, or a line about the person below. */
  readonly introduced: boolean;
  readonly isFactsLine: boolean;
}

function factOf(
  recordText: string,
  blocks: readonly Block[],
  index: number,
  headline: string | null = null,
): Fact[] {
  const block = blocks[index];
  if (block === undefined) return [];
  const line = dateLineOf(recordText, block, undefined);
  const dates = line?.dates ?? datesBeside(recordText, block, undefined);
  const author = authorIn(block.text, datesIn(block, dates));
  const isFactsLine = line !== null || (author !== null && !isProse(proseTraits(block.text)));
  const byline =
    author === null ? null : found(author, locateInBlock(recordText, block, author), 'byline:pattern', 0.7);
  const name = block.folded === headline ? null : nameOf(block, blocks[index - 1]);
  const introduced = name !== null && isIntroduced(name, blocks[index - 1], blocks[index + 1]);
  const lone =
    name === null
      ? null
      : found(
          name,
          locateInBlock(recordText, block, name),
          introduced ? 'byline:name-introduced' : 'byline:name-alone',
          introduced ? 0.6 : 0.4,
        );
  return [{ index, dates, byline, lone, introduced, isFactsLine }];
}

const LONGEST_LONE = 90;

/** The name that a block is, or begins with before a mark: `Rosa Dunmere`, `Rosa Dunmere | Community`. */
function nameOf(block: Block, above: Block | undefined): string | null {
  if (block.text.length > LONGEST_LONE || isChromePhrase(block)) return null;
  const bare = bareName(block.text);
  if (isNameOnly(bare)) return bare;
  if (above !== undefined && INTRODUCING.has(above.folded)) return nameAtStart(bare, false);
  const [first = ''] = bare.split(/\s[|•·]\s/u);
  return first !== bare && isNameOnly(first) ? first : null;
}

const INTRODUCING: ReadonlySet<string> = new Set(
  ['by', 'von', 'par', 'por', 'di', 'door']
    .flatMap((word) => [word, `${word}:`])
    .concat(['author', 'autor', 'autorin', 'auteur', 'autore', 'بقلم'].flatMap((word) => [word, `${word}:`])),
);

/** `Von` above the name, or `Rosa Dunmere is a professor of ...` below it. */
function isIntroduced(name: string, above: Block | undefined, below: Block | undefined): boolean {
  if (above !== undefined && INTRODUCING.has(above.folded)) return true;
  return below !== undefined && below.text.length > name.length + 20 && below.text.startsWith(`${name} `);
}

function boxed(recordText: string, blocks: readonly Block[], bodyLast: number): Found | null {
  for (const block of blocks.slice(Math.max(0, bodyLast - 1), bodyLast + BOX_BELOW)) {
    const name = authorOfBox(block.text);
    if (name !== null) return found(name, locateInBlock(recordText, block, name), 'byline:box', 0.5);
  }
  return null;
}

/** From the first date to the last one in the block's text. */
function datesIn(block: Block, dates: readonly DateCandidate[]) {
  const first = dates[0]?.text ?? '';
  const last = dates.at(-1)?.text ?? '';
  const start = first === '' ? -1 : block.text.indexOf(first);
  if (start < 0) return null;
  return { start, end: Math.max(start + first.length, block.text.lastIndexOf(last) + last.length) };
}

function nameBesideDate(facts: readonly Fact[]): Found | null {
  const dated = new Set(facts.filter(({ dates }) => dates.length > 0).map(({ index }) => index));
  const beside = ({ index, lone }: Fact) => lone !== null && (dated.has(index - 1) || dated.has(index + 1));
  return facts.find(beside)?.lone ?? null;
}

function datesFarOff(recordText: string, blocks: readonly Block[], anchor: number): DateCandidate[] {
  const indexes = [...range(anchor, anchor + FAR), ...range(anchor - FAR, anchor).reverse()];
  return indexes
    .flatMap((index) => factOf(recordText, blocks, index))
    .flatMap(({ dates }, order) => dates.map((date) => dimmed(date, order, FAR_FACTOR)));
}

/**
 * A date line that does not say what it tells is the day of publication nine times out of ten, no more often: surer
 * only where the same day stands near a second time.
 */
const UNMARKED = 0.8;

function unmarkedLessSure(dates: readonly DateCandidate[]): DateCandidate[] {
  return dates.map((date) => {
    if (date.kind !== 'unmarked' || date.evidence.confidence <= UNMARKED) return date;
    const again = dates.some((other) => other !== date && other.edtf === date.edtf);
    return again ? date : { ...date, evidence: { ...date.evidence, confidence: UNMARKED } };
  });
}

function range(from: number, to: number): number[] {
  const first = Math.max(0, from);
  return Array.from({ length: Math.max(0, to - first) }, (_, step) => first + step);
}

function dimmed(date: DateCandidate, order: number, factor = 1): DateCandidate {
  const confidence = Math.max(0.05, date.evidence.confidence * factor - order * FALLOFF * factor);
  return { ...date, evidence: { ...date.evidence, confidence: Math.round(confidence * 100) / 100 } };
}
