import { isChromePhrase } from './after-article';
import type { Block } from './block';
import { wordsOf } from './name-words';
import { isListItem, isResidue } from './residue';

const LONGEST_TITLE = 300;

/** Whether a block could be a title at all: short, no list item, no menu, no label that every page has. */
export function isTitleLike(block: Block): boolean {
  if (block.text.length > LONGEST_TITLE || isResidue(block) || isListItem(block)) return false;
  return !isChromePhrase(block) && !isMenuLine(block.text);
}

/** `Home | News | Sport | Contact us`: many short parts. */
function isMenuLine(text: string): boolean {
  const parts = text.split(/\s[|•·/»›-]\s/u);
  return parts.length >= 4 && parts.every((part) => wordsOf(part).length <= 3);
}
