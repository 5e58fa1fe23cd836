import type { AltoWord } from './alto-page';

/** Words as text: a block is a paragraph, lines are joined, words that were parted at a line's end are whole again. */
export function wordsToParagraphs(words: readonly AltoWord[]): string[] {
  const paragraphs: string[][] = [];
  let joined = false;
  words.forEach((word, index) => {
    const before = words[index - 1];
    if (before === undefined || before.block !== word.block) paragraphs.push([]);
    const open = paragraphs.at(-1) ?? [];
    const { text, joins } = written(word, before, words[index + 1]);
    if (text !== '') {
      if (open.length > 0 && !joined) open.push(' ');
      open.push(text);
      joined = joins;
    }
  });
  return paragraphs.map((parts) => parts.join('').replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
}

function written(
  word: AltoWord,
  before: AltoWord | undefined,
  next: AltoWord | undefined,
): { text: string; joins: boolean } {
  // The first part stands for the whole word, the second for nothing.
  if (word.part === 1 && word.whole !== null && next?.part === 2 && next.whole === word.whole)
    return { text: word.whole, joins: false };
  if (word.part === 2 && before?.part === 1 && before.whole === word.whole && word.whole !== null)
    return { text: '', joins: false };
  const goesOn =
    next !== undefined && next.line !== word.line && next.block === word.block && /^\p{Ll}/u.test(next.text);
  if (!goesOn || !(word.hyphened || /\p{L}[-\u00ad\u00ac]$/u.test(word.text)))
    return { text: word.text, joins: false };
  return { text: word.text.replace(/[-\u00ad\u00ac]$/, ''), joins: true };
}
