import { isAscii } from './stream-safe';

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;

/** How many words a text has: runs of letters and digits with the marks, apostrophes and hyphens inside them. */
export function wordCount(text: string): number {
  return isAscii(text) ? asciiWordCount(text) : (text.match(WORD) ?? []).length;
}

const [APOSTROPHE, HYPHEN] = [0x27, 0x2d];

/** The same without a string for each word. */
function asciiWordCount(text: string): number {
  let words = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (isLetterOrDigit(unit)) {
      if (!inWord) words += 1;
      inWord = true;
    } else if (unit !== APOSTROPHE && unit !== HYPHEN) inWord = false;
  }
  return words;
}

function isLetterOrDigit(unit: number): boolean {
  const lower = unit | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}
