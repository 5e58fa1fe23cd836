import { found, type Found } from '../evidence';
import { issue, type Issue } from '../issue';
import type { MarkerField, Profile } from '../profiles/profile';
import { afterLabel, endsInLetter } from './after-label';
import type { Block } from './block';
import { locateInBlock } from './locate';

type Marker = Profile['markers'][number];

/** What a marker line said. `value` is null where nothing followed the label. */
export interface Marked {
  readonly field: MarkerField;
  readonly value: Found | null;
  /** How many blocks it took: 2 where the value stood in the next one. */
  readonly taken: number;
  readonly issues: readonly Issue[];
}

export interface MarkerContext {
  readonly recordText: string;
  readonly blocks: readonly Block[];
  readonly markers: readonly Marker[];
  /** Inside the body only labels such as `Photo:` count; `By ` opens sentences there. */
  readonly inBody: boolean;
  /** Blocks that cannot be a label's value: site chrome, bylines, the end. */
  readonly isOther: (block: Block) => boolean;
}

/** A label that ends in a letter announces a short value; more is a sentence: `By Tuesday the harbour was ...`. */
const LONGEST_AFTER_WORD = 100;
const LONGEST_IN_BODY = 300;
/** A caption on the next line; longer text is the article. */
const LONGEST_NEXT_LINE = 220;
/** After a blank line whole sentences are the article sooner. */
const LONGEST_SENTENCE_AFTER_BLANK = 120;
const STATED = 1;
const AFTER_BLANK = 0.5;

/** Reads the block at `index` as a marker line, or null. Of several labels that fit the longest counts. */
export function markerAt(context: MarkerContext, index: number): Marked | null {
  const block = context.blocks[index];
  if (block === undefined) return null;
  const fitting = context.markers
    .map((marker) => ({ marker, at: afterLabel(block.text, marker.label) }))
    .filter(({ marker, at }) => at !== null && isAllowed(marker, block.text.slice(at), context.inBody))
    .sort((one, other) => other.marker.label.length - one.marker.label.length);
  const [first] = fitting;
  if (first === undefined || first.at === null) return null;
  const value = block.text.slice(first.at).trim();
  if (value === '')
    return first.marker.valueOnNextLine ? onNextLine(context, index, first.marker) : empty(first.marker);
  const at = locateInBlock(context.recordText, block, value);
  return {
    field: first.marker.field,
    value: found(value, at, `marker:${first.marker.label}`, STATED),
    taken: 1,
    issues: [],
  };
}

function isAllowed(marker: Marker, value: string, inBody: boolean): boolean {
  if (endsInLetter(marker.label)) {
    return !inBody && value !== '' && value.length <= LONGEST_AFTER_WORD && !/[.!?؟]$/u.test(value);
  }
  return !inBody || value.length <= LONGEST_IN_BODY;
}

function empty(marker: Marker): Marked {
  return { field: marker.field, value: null, taken: 1, issues: [] };
}

/**
 *     Caption:
 *
 *     Hamas Expresses Concern over Ties with Iran
 *
 * After a blank line this may be a sub-headline as well: less confidence, and an issue for an editor to decide.
 */
function onNextLine(context: MarkerContext, index: number, marker: Marker): Marked {
  const next = context.blocks[index + 1];
  if (next === undefined || context.isOther(next) || isTooLong(next)) return empty(marker);
  if (context.markers.some(({ label }) => !endsInLetter(label) && afterLabel(next.text, label) !== null)) {
    return empty(marker);
  }
  const parted = next.blankBefore > 0;
  const rule = `marker:${marker.label}:${parted ? 'after-blank' : 'next-line'}`;
  return {
    field: marker.field,
    value: found(next.text, next, rule, parted ? AFTER_BLANK : STATED),
    taken: 2,
    issues: parted && marker.field === 'media.caption' ? [issue('caption-after-blank', next, next.text)] : [],
  };
}

function isTooLong({ text, blankBefore }: Block): boolean {
  if (text.length > LONGEST_NEXT_LINE) return true;
  return blankBefore > 0 && text.length > LONGEST_SENTENCE_AFTER_BLANK && /[.!?؟]["'”’»)]*$/u.test(text);
}
