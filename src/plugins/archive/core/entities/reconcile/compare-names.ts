import { initialsMatch } from '../initials-match';
import { nameParts, soundOf, type Sound } from './sound';
import { soundLikeness } from './sound-likeness';

/** What makes two names alike, for a person who decides. */
export const LIKENESS_REASONS = [
  'sameName',
  'spelling',
  'otherScript',
  'initials',
  'reordered',
  'partMissing',
  'acronym',
] as const;
export type LikenessReason = (typeof LIKENESS_REASONS)[number];

export interface NameLikeness {
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly LikenessReason[];
}

/** A name taken apart once, for many comparisons. */
export interface ComparableName {
  readonly text: string;
  readonly parts: readonly { readonly folded: string; readonly sound: Sound }[];
  /** All parts as one word: `حزب الله` is two words, `Hezbollah` one. */
  readonly whole: Sound;
}

const INITIAL = 0.85;
const PART_MISSING = 0.15;
const ACRONYM = 0.85;
const LEAST_PART = 0.55;

export function comparableName(text: string): ComparableName {
  const parts = nameParts(text).map((folded) => ({ folded, sound: soundOf(folded) }));
  return { text, parts, whole: soundOf(parts.map(({ folded }) => folded).join('')) };
}

/** How likely two names are one: part by part, whatever their order, in either script. */
export function compareNames(one: ComparableName, other: ComparableName): NameLikeness {
  if (initialsMatch(one.text, other.text) || initialsMatch(other.text, one.text)) {
    return { score: ACRONYM, reasons: ['acronym'] };
  }
  const [short, long] = one.parts.length <= other.parts.length ? [one, other] : [other, one];
  if (short.parts.length === 0) return { score: 0, reasons: [] };
  const byParts = compareParts(short, long);
  if (short.parts.length === long.parts.length) return byParts;
  const joined = soundLikeness(short.whole, long.whole);
  return joined > byParts.score ? { score: round(joined), reasons: [reasonOf(short, long)] } : byParts;
}

function compareParts(short: ComparableName, long: ComparableName): NameLikeness {
  const reasons = new Set<LikenessReason>();
  const taken = new Set<number>();
  let sum = 0;
  let least = 1;
  let lastAt = -1;
  for (const part of short.parts) {
    let best = { score: 0, at: -1, initial: false };
    long.parts.forEach((candidate, at) => {
      if (taken.has(at)) return;
      const initial = isInitial(part.folded, candidate.folded);
      const score = partLikeness(part, candidate, initial);
      if (score > best.score) best = { score, at, initial };
    });
    if (best.score < LEAST_PART) return { score: 0, reasons: [] };
    taken.add(best.at);
    sum += best.score;
    least = Math.min(least, best.score);
    if (best.at < lastAt) reasons.add('reordered');
    lastAt = best.at;
    if (best.initial) reasons.add('initials');
    else if (best.score < 1) reasons.add(reasonOf(short, long));
  }
  const missing = long.parts.length - short.parts.length;
  if (missing > 0) reasons.add('partMissing');
  // One word of many proves little: `Omar` is not `Omar Tarsi`.
  const proof = short.parts.length === 1 && missing > 0 ? 0.5 : 1;
  const mean = sum / short.parts.length;
  // `Hassan Nasr` is not `Hussein Nasr`, however well the rest agrees.
  const score = ((mean + least) / 2 - PART_MISSING * missing) * proof;
  if (reasons.size === 0) reasons.add('sameName');
  return { score: round(Math.max(0, score)), reasons: [...reasons] };
}

type Part = ComparableName['parts'][number];

function partLikeness(one: Part, other: Part, initial: boolean): number {
  if (one.folded === other.folded) return 1;
  if (initial) return INITIAL;
  // Short words sound alike by chance: they must be alike more closely.
  const likeness = soundLikeness(one.sound, other.sound);
  const least = Math.min(one.sound.slots.length, other.sound.slots.length);
  return Math.min(0.97, least < 3 ? likeness - 0.1 : likeness);
}

function isInitial(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length === 1 && long.startsWith(short);
}

function reasonOf(one: ComparableName, other: ComparableName): LikenessReason {
  return one.whole.arabic === other.whole.arabic ? 'spelling' : 'otherScript';
}

function round(score: number): number {
  return Math.round(score * 100) / 100;
}
