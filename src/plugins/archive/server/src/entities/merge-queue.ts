import type { Knex } from 'knex';

import { ENTITY_KINDS, type EntityKind } from '../../../core/draft-article';
import {
  likestRecords,
  type suggestMerges,
  type MergeCandidate,
} from '../../../core/entities/reconcile/suggest-merges';
import type { WritePlan } from '../import/plan/write-plan';
import type { NamedRecord } from '../import/resolve/read-authority-names';
import { changesOf } from './entity-change';
import { readRecords } from './read-record';

export interface QueuedMerge {
  /** Two records that may be one; the confirmed one, or the one with more names, comes second: merge into it. */
  readonly from: QueuedRecord;
  readonly into: QueuedRecord;
  readonly score: number;
  readonly reasons: readonly string[];
}

export interface QueuedRecord {
  readonly documentId: string;
  readonly name: string;
  readonly kind: string | null;
  readonly reviewState: string;
}

export interface MergeQueue {
  readonly suggestions: readonly QueuedMerge[];
  /** How many there are in all. */
  readonly total: number;
}

/** Finds the pairs among records that may be the same, best first. */
export type Comparison = (candidates: readonly MergeCandidate[]) => ReturnType<typeof suggestMerges>;

/** Pairs of records that may be the same, best first, without those that a person keeps apart. */
export async function mergeQueue(
  knex: Knex,
  plan: WritePlan,
  most: number,
  entity: string | null,
  comparison: Comparison,
): Promise<MergeQueue> {
  const records = await readRecords(knex, plan, null);
  const alive = [...records.values()].filter(
    ({ state, mergedInto }) => state !== 'rejected' && mergedInto === null,
  );
  const candidates = alive.map(candidateOf);
  const apart = new Set(
    (await changesOf(knex, { kinds: ['distinct'] })).map(({ entity: one, other }) =>
      pairName(one, other ?? ''),
    ),
  );
  const pairs = entity === null ? comparison(candidates) : pairsWith(candidates, entity);
  const open = pairs.filter(({ one, other }) => !apart.has(pairName(one, other)));
  const suggestions = open.slice(0, most).flatMap(({ one, other, score, reasons }): QueuedMerge[] => {
    const [first, second] = [records.get(one), records.get(other)];
    if (first === undefined || second === undefined) return [];
    const [from, into] = isBetter(first, second) ? [second, first] : [first, second];
    return [{ from: shown(from), into: shown(into), score, reasons }];
  });
  return { suggestions, total: open.length };
}

function pairsWith(candidates: readonly MergeCandidate[], entity: string) {
  const own = candidates.find(({ id }) => id === entity);
  if (own === undefined) return [];
  const others = candidates.filter(({ id }) => id !== entity);
  return likestRecords(own.names, own.kind, others).map(({ record, score, reasons }) => {
    return { one: entity, other: record.id, score, reasons };
  });
}

function candidateOf({ documentId, kind, names }: NamedRecord): MergeCandidate {
  return { id: documentId, kind: kindOf(kind), names };
}

export function kindOf(kind: string | null): EntityKind {
  return ENTITY_KINDS.find((one) => one === kind) ?? 'other';
}

function isBetter(one: NamedRecord, than: NamedRecord): boolean {
  if (one.state !== than.state) return one.state === 'confirmed';
  return one.names.length > than.names.length;
}

function shown({ documentId, name, kind, state }: NamedRecord): QueuedRecord {
  return { documentId, name, kind, reviewState: state };
}

function pairName(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
