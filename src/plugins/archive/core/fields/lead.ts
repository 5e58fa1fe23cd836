import {
  isAfterArticleHeading,
  isAfterArticleLine,
  isAside,
  isCaption,
  isChromePhrase,
  isNotice,
} from './after-article';
import type { Block } from './block';
import { isResidue } from './residue';
import { proseTraits } from './sentences';
import { isTitleLike } from './title-like';

const LONGEST_WAY = 8;
const LEAST_PROSE = 60;
/** Lines just above the body may lead into it without a full stop. */
const NEAR = 2;
const FEWEST_WORDS = 8;

/**
 * The paragraphs of the article that stand between headline and body, parted from it by buttons, pictures or links:
 *
 *     Ferry Returns to the Old Quay
 *     After nine years without a boat, the harbour board has bought one. It sails on Monday.
 *     Share
 *     Photo gallery
 *     The first passengers were waiting at seven ...
 */
export function leadOf(
  blocks: readonly Block[],
  weights: readonly number[],
  headlineEnd: number,
  bodyFirst: number,
  notBody: ReadonlySet<number>,
): Block[] {
  const lead: Block[] = [];
  for (let index = headlineEnd; index < Math.min(bodyFirst, headlineEnd + LONGEST_WAY); index += 1) {
    const block = blocks[index];
    if (block === undefined || isAfterArticleHeading(block) || isAfterArticleLine(block) || isNotice(block))
      break;
    if (notBody.has(index)) continue;
    if (isResidue(block) || isAside(block) || isCaption(block) || isChromePhrase(block)) continue;
    const isNear = index >= bodyFirst - NEAR;
    if ((weights[index] ?? 0) >= LEAST_PROSE || (isNear && opensProse(block))) lead.push(block);
  }
  return lead;
}

function opensProse(block: Block): boolean {
  const { words, flows } = proseTraits(block.text);
  return words >= FEWEST_WORDS && flows && isTitleLike(block);
}
