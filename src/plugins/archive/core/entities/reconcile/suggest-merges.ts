import type { EntityKind } from '../../draft-article';
import { blockKeys } from './block-keys';
import { comparableName, compareNames, type ComparableName, type LikenessReason } from './compare-names';

export interface MergeCandidate {
  readonly id: string;
  readonly kind: EntityKind;
  readonly names: readonly string[];
}

/** Two records that may be one; a person decides. */
export interface MergeSuggestion {
  readonly one: string;
  readonly other: string;
  readonly score: number;
  readonly reasons: readonly LikenessReason[];
  /** The two names that are most alike. */
  readonly names: readonly [string, string];
}

/** The least score that is worth a person's time. */
export const SUGGEST_FROM = 0.8;
/** A key that more names share tells nothing: `Mohammed` and the like. Each is then compared with its neighbours only. */
const LARGEST_BLOCK = 60;
const NEIGHBOURS = 8;
const MOST_NAMES = 20;

interface Entry {
  readonly record: MergeCandidate;
  readonly name: ComparableName;
}

/**
 * Pairs of records that may be the same, best first. Names are compared only within blocks of like sound, so the cost
 * grows with the number of records and not with its square.
 */
export function suggestMerges(records: readonly MergeCandidate[], least = SUGGEST_FROM): MergeSuggestion[] {
  const best = new Map<string, MergeSuggestion>();
  for (const block of blocksOf(records).values()) {
    const reach = block.length > LARGEST_BLOCK ? NEIGHBOURS : block.length;
    const sorted = reach < block.length ? [...block].sort(bySpelling) : block;
    sorted.forEach((one, at) => {
      for (const other of sorted.slice(at + 1, at + 1 + reach)) consider(best, one, other, least);
    });
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.one < b.one ? -1 : 1));
}

/** The records most like one, for a person who looks for it. */
export function likestRecords(
  names: readonly string[],
  kind: EntityKind | null,
  records: readonly MergeCandidate[],
  least = SUGGEST_FROM,
): {
  readonly record: MergeCandidate;
  readonly score: number;
  readonly reasons: readonly LikenessReason[];
}[] {
  const wanted = names.slice(0, MOST_NAMES).map(comparableName);
  const keys = new Set(wanted.flatMap(blockKeys));
  return records
    .flatMap((record) => {
      const likeness = record.names
        .slice(0, MOST_NAMES)
        .map(comparableName)
        .filter((name) => blockKeys(name).some((key) => keys.has(key)))
        .flatMap((name) => wanted.map((one) => compareNames(one, name)))
        .sort((a, b) => b.score - a.score)[0];
      if (likeness === undefined) return [];
      const score = likeness.score * (kind === null || kind === record.kind ? 1 : OTHER_KIND);
      return score >= least ? [{ record, score, reasons: likeness.reasons }] : [];
    })
    .sort((a, b) => b.score - a.score);
}

function blocksOf(records: readonly MergeCandidate[]): Map<string, Entry[]> {
  const blocks = new Map<string, Entry[]>();
  for (const record of records) {
    for (const text of new Set(record.names.slice(0, MOST_NAMES))) {
      const entry = { record, name: comparableName(text) };
      for (const key of blockKeys(entry.name)) {
        const block = blocks.get(key);
        if (block) block.push(entry);
        else blocks.set(key, [entry]);
      }
    }
  }
  return blocks;
}

const OTHER_KIND = 0.7;

function consider(best: Map<string, MergeSuggestion>, one: Entry, other: Entry, least: number): void {
  if (one.record.id === other.record.id) return;
  const [first, second] = one.record.id < other.record.id ? [one, other] : [other, one];
  const key = `${first.record.id} ${second.record.id}`;
  const known = best.get(key);
  const likeness = compareNames(first.name, second.name);
  const score = likeness.score * (first.record.kind === second.record.kind ? 1 : OTHER_KIND);
  if (score < least || (known !== undefined && known.score >= score)) return;
  best.set(key, {
    one: first.record.id,
    other: second.record.id,
    score: Math.round(score * 100) / 100,
    reasons: likeness.reasons,
    names: [first.name.text, second.name.text],
  });
}

function bySpelling(one: Entry, other: Entry): number {
  return one.name.text < other.name.text ? -1 : 1;
}
