import type { Block } from './block';
import { proseWeight } from './prose-run';
import { proseTraits } from './sentences';

/** How many short lines a colon announces. */
const MOST_ANNOUNCED = 6;
const SHORTEST_ANNOUNCING = 20;
const SHORTEST_BROKEN = 40;
const FEWEST_WORDS = 6;
/** Menu items and other short lines weigh from here up to nothing; what weighs less is known not to be the article's. */
const SHORT_LINE = -25;
const SHARE_OF_PROSE = 0.5;

/**
 * How much each block speaks for being article text, by itself and by its neighbours: a sentence that breaks off is
 * prose where the next line goes on with it, and so is the rest of it; the short lines that a colon announces stay
 * with their sentence.
 *
 *     The board named three places for the       What you need:
 *     new lamp.                                  Two lemons
 */
export function proseWeights(blocks: readonly Block[]): number[] {
  const weights = blocks.map(proseWeight);
  let announced = 0;
  return blocks.map((block, index) => {
    const weight = weights[index] ?? 0;
    if (weight > 0 || weight < SHORT_LINE) {
      const announces = weight > 0 && block.text.endsWith(':') && block.text.length >= SHORTEST_ANNOUNCING;
      announced = announces ? MOST_ANNOUNCED : 0;
      return weight;
    }
    if (goesOn(block, blocks[index + 1]) || isRest(blocks[index - 1], weights[index - 1] ?? 0, block)) {
      return block.text.length * SHARE_OF_PROSE;
    }
    if (announced === 0) return weight;
    announced -= 1;
    return 1;
  });
}

function goesOn({ text }: Block, next: Block | undefined): boolean {
  if (text.length < SHORTEST_BROKEN || next === undefined || next.blankBefore > 0) return false;
  return /^\p{Ll}/u.test(next.text) && proseTraits(text).words >= FEWEST_WORDS;
}

/** The end of a sentence that the line above began. */
function isRest(above: Block | undefined, weightAbove: number, block: Block): boolean {
  if (above === undefined || block.blankBefore > 0 || !proseTraits(block.text).endsSentence) return false;
  if (proseTraits(above.text).endsSentence) return false;
  return weightAbove > 0 || (goesOn(above, block) && weightAbove >= SHORT_LINE);
}
