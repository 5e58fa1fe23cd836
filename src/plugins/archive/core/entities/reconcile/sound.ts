import { foldName } from '../fold-name';

/** A consonant and the vowels behind it: `Sinwar` is s+i, n+w a, r. A word that opens with a vowel has an empty first consonant. */
export interface Slot {
  readonly consonant: string;
  readonly vowels: string;
}

/** How a word sounds, as far as its letters tell; the same for `السنوار` and `Sinwar` but for the short vowels. */
export interface Sound {
  readonly slots: readonly Slot[];
  /** Written in Arabic letters, which leave short vowels out. */
  readonly arabic: boolean;
}

/** Longest first; consonants are written as one letter: S for sh, x for kh. */
const LATIN: readonly (readonly [string, string])[] = [
  ['tch', 'S'],
  ['sch', 'S'],
  ['kh', 'x'],
  ['gh', 'g'],
  ['sh', 'S'],
  ['ch', 'S'],
  ['th', 't'],
  ['dh', 'd'],
  ['ph', 'f'],
  ['dj', 'j'],
  ['ck', 'k'],
  ['ts', 's'],
  ['tz', 's'],
  ['x', 'ks'],
  ['q', 'k'],
  ['p', 'b'],
  ['v', 'f'],
];
const ARABIC: Readonly<Record<string, string>> = {
  ب: 'b',
  ت: 't',
  ث: 't',
  ج: 'j',
  ح: 'h',
  خ: 'x',
  د: 'd',
  ذ: 'd',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'S',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  غ: 'g',
  ف: 'f',
  ق: 'k',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  پ: 'b',
  چ: 'S',
  ڤ: 'f',
  گ: 'g',
};
const ARABIC_VOWELS: Readonly<Record<string, string>> = { ا: 'a', و: 'w', ي: 'y' };
const LONGEST_WORD = 40;

/** The sound of one folded word without article. */
export function soundOf(folded: string): Sound {
  const word = folded.slice(0, LONGEST_WORD);
  const arabic = /[\u0600-\u06ff]/.test(word);
  return { slots: slotsOf(arabic ? arabicLetters(word) : latinLetters(word)), arabic };
}

/** Latin letters for consonants, `a` `w` `y` for long vowels, `'` for ayn at the start. */
function arabicLetters(word: string): string {
  let letters = '';
  // Two letters for one sound that Arabic lacks: `تشارلز`, `دجيبوتي`.
  const single = word.replace(/تش/g, 'چ').replace(/دج/g, 'ج');
  for (const [at, letter] of [...single].entries()) {
    const consonant = ARABIC[letter];
    if (consonant !== undefined) letters += consonant;
    else if (letter in ARABIC_VOWELS) letters += ARABIC_VOWELS[letter] ?? '';
    else if (letter === 'ع' && at === 0) letters += 'a';
  }
  return letters;
}

function latinLetters(word: string): string {
  let letters = '';
  for (let at = 0; at < word.length; ) {
    const group = LATIN.find(([from]) => word.startsWith(from, at));
    const next = word.charAt(at + 1);
    if (group !== undefined) letters += group[1];
    else if (word[at] === 'c') letters += next === 'e' || next === 'i' || next === 'y' ? 's' : 'k';
    else if (/[a-z]/.test(word.charAt(at))) letters += word.charAt(at);
    at += group?.[0].length ?? 1;
  }
  return letters;
}

/** Double consonants are one, `h` at the end is none (`Abdallah`, `ة`), and `w` and `y` are consonants only at the start. */
function slotsOf(letters: string): Slot[] {
  const slots: { consonant: string; vowels: string }[] = [];
  const end = letters.length > 2 && letters.endsWith('h') ? letters.length - 1 : letters.length;
  for (let at = 0; at < end; at++) {
    const letter = letters.charAt(at);
    const last = slots.at(-1);
    const isVowel = 'aeiou'.includes(letter) || ((letter === 'w' || letter === 'y') && at > 0);
    if (!isVowel && last?.consonant === letter && last.vowels === '') continue;
    if (!isVowel) slots.push({ consonant: letter, vowels: '' });
    else if (last === undefined) slots.push({ consonant: '', vowels: letter });
    else last.vowels += letter;
  }
  return slots;
}

/** Consonants that spellings exchange, as one letter each: for finding candidates, not for judging them. */
const COARSE: Readonly<Record<string, string>> = {
  j: 'k',
  g: 'k',
  k: 'k',
  x: 'h',
  S: 's',
  z: 'd',
  w: '',
  y: '',
};

/** A key that all spellings of a word share, as far as may be: its consonants without `h`. */
export function coarseKey({ slots }: Sound): string {
  let key = '';
  for (const { consonant } of slots) {
    const letter = COARSE[consonant] ?? consonant;
    if (letter !== 'h' && letter !== '' && !key.endsWith(letter)) key += letter;
  }
  return key === '' ? (slots[0]?.consonant ?? '') : key;
}

/** The words of a name that carry it: folded, without articles and what joins `son of`. */
export function nameParts(name: string): string[] {
  const words = name
    .split(/[^\p{L}\p{M}\p{N}'’‘`ʼʿʾ]+/u)
    // Only a bare alef opens the article: `ألبرت` is a name as it stands.
    .map((word) => foldName(word.length > 4 && word.startsWith('ال') ? word.slice(2) : word))
    .filter((word) => word !== '' && !JOINING.has(word));
  return words.slice(0, MOST_PARTS);
}

const MOST_PARTS = 8;
const JOINING: ReadonlySet<string> = new Set(
  'al el ad ar an as at az ash bin ben ibn bint de der den di da van von the of and la le بن ابن بنت'.split(
    ' ',
  ),
);
