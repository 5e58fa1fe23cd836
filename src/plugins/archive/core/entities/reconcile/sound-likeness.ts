import type { Slot, Sound } from './sound';

/** Consonants that stand for each other in transliteration, and how far apart they are (0 same, 1 others). */
const NEAR: ReadonlyMap<string, number> = new Map(
  (
    [
      ['jg', 0.15],
      ['gk', 0.3],
      ['jk', 0.6],
      ['xk', 0.35],
      ['xh', 0.3],
      ['gx', 0.5],
      ['sS', 0.4],
      ['zs', 0.4],
      ['zd', 0.25],
      ['td', 0.4],
      ['fb', 0.4],
      ['jS', 0.4],
      ['jz', 0.5],
      ['gh', 0.4],
    ] as const
  ).flatMap(([pair, distance]) => [
    [pair, distance],
    [`${pair.charAt(1)}${pair.charAt(0)}`, distance],
  ]),
);
/** Letters that one spelling writes and another leaves out. */
const LIGHT: ReadonlySet<string> = new Set(['h', '', 'w', 'y']);
const LIGHT_COST = 0.45;
const VOWEL_WEIGHT = 0.7;
const LONG_VOWEL_WEIGHT = 0.45;

/** How alike two words sound, 0 to 1. Quadratic in the letters of two words, which are few. */
export function soundLikeness(one: Sound, other: Sound): number {
  const [rows, columns] = [one.slots, other.slots];
  if (rows.length === 0 || columns.length === 0) return 0;
  let previous = [0];
  for (const slot of columns) previous.push((previous.at(-1) ?? 0) + costOfLeaving(slot));
  for (const row of rows) {
    const current = [(previous[0] ?? 0) + costOfLeaving(row)];
    columns.forEach((column, at) => {
      const replaced = (previous[at] ?? 0) + costOfReplacing(row, column, one.arabic, other.arabic);
      const left = (previous[at + 1] ?? 0) + costOfLeaving(row);
      const added = (current[at] ?? 0) + costOfLeaving(column);
      current.push(Math.min(replaced, left, added));
    });
    previous = current;
  }
  return Math.max(0, 1 - (previous.at(-1) ?? 0) / Math.max(rows.length, columns.length));
}

function costOfLeaving({ consonant }: Slot): number {
  return LIGHT.has(consonant) ? LIGHT_COST : 1;
}

function costOfReplacing(row: Slot, column: Slot, rowArabic: boolean, columnArabic: boolean): number {
  const consonants = consonantDistance(row.consonant, column.consonant);
  if (consonants === 1) return 1;
  const vowels =
    rowArabic === columnArabic
      ? vowelDistance(row.vowels, column.vowels)
      : rowArabic
        ? longVowelDistance(row.vowels, column.vowels)
        : longVowelDistance(column.vowels, row.vowels);
  const weight = rowArabic === columnArabic ? VOWEL_WEIGHT : LONG_VOWEL_WEIGHT;
  return Math.min(1, consonants + weight * vowels);
}

function consonantDistance(one: string, other: string): number {
  return one === other ? 0 : (NEAR.get(one + other) ?? 1);
}

/** `Yehya` and `Yahya`, `Hizb` and `Hezb`, `Mohamed` and `Muhammad` are spellings; `Hassan` and `Hussein` are not. */
function vowelDistance(one: string, other: string): number {
  const [first, second] = [qualityOf(one), qualityOf(other)];
  if (first === second) return 0;
  if (first === '' || second === '') return first + second === 'a' || first + second === 'e' ? 0.25 : 0.5;
  const pair = [first, second].sort().join('');
  return { ae: 0.2, ei: 0.2, ou: 0.1, ai: 0.6, ao: 0.6 }[pair] ?? 1;
}

/** The one vowel that a group of vowel letters stands for: `ou` u, `ee` i, `aya` a. */
function qualityOf(vowels: string): string {
  if (vowels === '') return '';
  if (/^(?:ou|oo|w|uw)/.test(vowels)) return 'u';
  if (/^(?:ee|y$|iy|ie)/.test(vowels)) return 'i';
  if (/^(?:ei|ey|ai|ay)/.test(vowels)) return 'e';
  return vowels.charAt(0).replace('y', 'i');
}

/** Arabic writes long vowels only: each must be heard in the Latin spelling; a short one there may be any. */
function longVowelDistance(arabic: string, latin: string): number {
  if (arabic === '') return latin.length > 1 && !/^(?:a[ae]|i[ae])/.test(latin) ? 0.4 : 0;
  if (latin === '') return arabic.includes('a') ? 0.3 : 0.6;
  const wanted = { a: /[ae]/, w: /[ouwv]/, y: /[iey]/ }[arabic.charAt(0)] ?? /./;
  return wanted.test(latin) ? 0 : 0.8;
}
