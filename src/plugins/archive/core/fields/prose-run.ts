import { isAfterArticleHeading, isAfterArticleLine, isAside, isCaption, isNotice } from './after-article';
import type { Block } from './block';
import { isListItem, isResidue } from './residue';
import { isProse, proseTraits } from './sentences';

/** A run of blocks, from `first` to `last` (inclusive). */
export interface Run {
  readonly first: number;
  readonly last: number;
}

const MOST_FOR_ONE_BLOCK = 1200;

/**
 * How much a block speaks for being article text: its length for prose, a penalty for menu items, a heavy one for
 * the headings of comments and other stories.
 */
export function proseWeight(block: Block): number {
  if (isResidue(block)) return -8;
  if (isAfterArticleHeading(block)) return -450;
  if (isNotice(block)) return -150;
  if (isAfterArticleLine(block)) return -120;
  if (isAside(block)) return -40;
  if (isCaption(block)) return 0;
  const traits = proseTraits(block.text);
  if (isProse(traits)) return Math.min(traits.length, MOST_FOR_ONE_BLOCK) * (isListItem(block) ? 0.5 : 1);
  if (traits.words >= 5 && traits.endsSentence) return traits.length * 0.5;
  if (isListItem(block)) return -20;
  return -25;
}

/** The run with the greatest sum of weights (Kadane), from block `from` on; null where no block has any. */
export function heaviestRun(weights: readonly number[], from: number): Run | null {
  let best: (Run & { readonly sum: number }) | null = null;
  let sum = 0;
  let first = from;
  for (let index = from; index < weights.length; index += 1) {
    if (sum <= 0) [sum, first] = [0, index];
    sum += weights[index] ?? 0;
    if (sum > 0 && (best === null || sum > best.sum)) best = { first, last: index, sum };
  }
  return best;
}

const REACH = 14;
const FADING = 0.92;
const MOST_NEAR = 350;

/**
 * How much prose there is just below (`step` 1) or above (`step` -1) a block, the nearest counting most; capped, so
 * that one long paragraph does not decide.
 */
export function proseNear(weights: readonly number[], index: number, step: 1 | -1): number {
  let sum = 0;
  let factor = 1;
  for (let distance = 1; distance <= REACH; distance += 1) {
    sum += factor * Math.min(MOST_NEAR, Math.max(0, weights[index + distance * step] ?? 0));
    factor *= FADING;
  }
  return sum;
}

/** Once there is an article, a gap of so much weight (a menu, a list of links) ends it. */
const ENOUGH = 600;
const DEEPEST_GAP = 300;

/** The run that begins with the first prose from block `from` on and ends where the sum of weights is greatest. */
export function runFrom(weights: readonly number[], from: number): Run | null {
  let first: number | null = null;
  let best: (Run & { readonly sum: number }) | null = null;
  let sum = 0;
  for (let index = from; index < weights.length; index += 1) {
    const weight = weights[index] ?? 0;
    if (first === null && weight <= 0) continue;
    first ??= index;
    sum += weight;
    if (best === null || sum > best.sum) best = { first, last: index, sum };
    else if (best.sum >= ENOUGH && best.sum - sum >= DEEPEST_GAP) break;
  }
  return best;
}
