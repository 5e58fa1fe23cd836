export const SCRIPTS = [
  'arabic',
  'hebrew',
  'cyrillic',
  'greek',
  'han',
  'kana',
  'hangul',
  'latin',
  'other',
] as const;
export type Script = (typeof SCRIPTS)[number];

const PATTERNS: readonly (readonly [Script, RegExp])[] = [
  ['arabic', /\p{Script=Arabic}/gu],
  ['hebrew', /\p{Script=Hebrew}/gu],
  ['cyrillic', /\p{Script=Cyrillic}/gu],
  ['greek', /\p{Script=Greek}/gu],
  ['han', /\p{Script=Han}/gu],
  ['kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['hangul', /\p{Script=Hangul}/gu],
  ['latin', /\p{Script=Latin}/gu],
];

const NONE: Readonly<Record<Script, number>> = {
  arabic: 0,
  hebrew: 0,
  cyrillic: 0,
  greek: 0,
  han: 0,
  kana: 0,
  hangul: 0,
  latin: 0,
  other: 0,
};

export interface ScriptShares {
  readonly letters: number;
  /** The script of most letters; kana and Han count together, since Japanese mixes them. */
  readonly leading: Script;
  /** Of all letters, 0 to 1. */
  readonly share: number;
  readonly counts: Readonly<Record<Script, number>>;
}

/** How the letters of a text divide among scripts. */
export function scriptShares(text: string): ScriptShares {
  const counts: Record<Script, number> = { ...NONE };
  const letters = text.match(/\p{L}/gu)?.join('') ?? '';
  const total = [...letters].length;
  let known = 0;
  for (const [script, pattern] of PATTERNS) {
    counts[script] = letters.match(pattern)?.length ?? 0;
    known += counts[script];
  }
  counts.other = Math.max(0, total - known);
  // One kana in twenty letters is enough to tell Japanese from Chinese.
  const eastAsian = counts.han + counts.kana;
  const grouped = { ...counts, han: 0, kana: 0, [counts.kana * 20 > eastAsian ? 'kana' : 'han']: eastAsian };
  const leading = SCRIPTS.reduce((best, script) => (grouped[script] > grouped[best] ? script : best));
  return { letters: total, leading, share: total === 0 ? 0 : grouped[leading] / total, counts };
}
