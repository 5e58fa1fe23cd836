import { blocksOf, type Block } from '../fields/block';
import { withoutLinkNumbers } from '../fields/link-numbers';
import { proseWeight } from '../fields/prose-run';
import type { Encoding, SourceRecord } from '../source-record';
import { languageOf } from '../text/language';
import { linesOf } from '../text/lines';

/** A page as a profile is learned from it: bounded, so that hundreds of them fit in memory. */
export interface SampledPage {
  /** The first and last blocks of the page; what lies between in a very long one is left out. */
  readonly blocks: readonly Block[];
  /** By block: whether it reads like a paragraph of an article. */
  readonly prose: readonly boolean[];
  readonly encoding: Encoding;
  readonly language: string | null;
}

const MOST_BLOCKS = 300;
const LONGEST_BLOCK = 2000;
const LEAST_PROSE = 60;
const LEAST_LANGUAGE = 0.5;

/** Null for a record without text, or one of a format that states its own fields. */
export function sampledPage(record: SourceRecord): SampledPage | null {
  if (record.refused !== null || record.stated !== null || record.text.trim() === '') return null;
  const all = blocksOf(linesOf(withoutLinkNumbers(record.text).text));
  const kept =
    all.length <= 2 * MOST_BLOCKS ? all : [...all.slice(0, MOST_BLOCKS), ...all.slice(-MOST_BLOCKS)];
  const blocks = kept.map((block) => (block.text.length <= LONGEST_BLOCK ? block : shortened(block)));
  const prose = blocks.map((block) => proseWeight(block) >= LEAST_PROSE);
  const paragraphs = blocks.filter((_, index) => prose[index]).map(({ text }) => text);
  const { language, confidence } = languageOf(paragraphs.join('\n').slice(0, 5000));
  return {
    blocks,
    prose,
    encoding: record.encoding,
    language: confidence >= LEAST_LANGUAGE ? language : null,
  };
}

function shortened(block: Block): Block {
  return { ...block, text: block.text.slice(0, LONGEST_BLOCK), folded: block.folded.slice(0, LONGEST_BLOCK) };
}
