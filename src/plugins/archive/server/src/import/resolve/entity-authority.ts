import type { Knex } from 'knex';

import type { EntityKind } from '../../../../core/draft-article';
import { foldName } from '../../../../core/entities/fold-name';
import { nameHash } from '../../../../core/entities/name-hash';
import { changesOf, type EntityChange } from '../../entities/entity-change';
import { typeOf, type WritePlan } from '../plan/write-plan';
import type { AuthorityEntry } from './authority';
import { readAuthorityNames, type NamedRecord } from './read-authority-names';

/** What a person decided about names apart from the records as they stand. */
export type NameDecision = Pick<EntityChange, 'kind' | 'entity' | 'names'>;

/** All names of all entities, in memory: which record a name stands for. */
export interface EntityAuthority {
  /** The one record of a name, given by its hash; of that kind where several share it; null where it is not clear. */
  find(hash: number, kind: EntityKind | null): AuthorityEntry | null;
  /** Whether any record has that name, refused ones included. */
  has(hash: number): boolean;
  /** A record by its document ID; where it was merged into another one, that one. */
  get(documentId: string): AuthorityEntry | null;
  add(names: readonly string[], entry: AuthorityEntry): void;
  /** Records that people confirmed, with all their names; one that was merged away lends its names to the other. */
  readonly confirmed: readonly NamedRecord[];
}

export function entityAuthority(
  records: readonly NamedRecord[],
  decisions: readonly NameDecision[] = [],
): EntityAuthority {
  const byName = new Map<number, AuthorityEntry[]>();
  const byId = new Map<string, AuthorityEntry>();
  const add = (names: readonly string[], entry: AuthorityEntry) => {
    byId.set(entry.documentId, entry);
    for (const key of new Set(names.map((name) => nameHash(foldName(name))))) {
      const entries = byName.get(key);
      if (entries === undefined) byName.set(key, [entry]);
      else if (!entries.some((one) => one.documentId === entry.documentId)) entries.push(entry);
    }
  };
  const byDocument = new Map(records.map((record) => [record.documentId, record]));
  const survivors = survivorsOf(byDocument);
  for (const record of records) {
    const survivor = survivors.get(record.documentId) ?? record;
    add(record.names, entryOf(survivor));
    byId.set(record.documentId, entryOf(survivor));
  }
  for (const { kind, entity, names } of decisions) {
    const entry = byId.get(entity);
    if (kind === 'rename' && entry !== undefined) add(names, entry);
    // Nobody has these names any more, and no import shall bring them back.
    if (kind === 'remove' || entry === undefined) {
      const gone = {
        documentId: entity,
        draft: 0,
        published: null,
        name: names[0] ?? '',
        kind: null,
        rejected: true,
      };
      add(names, gone);
    }
  }
  return {
    find(hash, kind) {
      const entries = byName.get(hash) ?? [];
      // A record that people refused stands for no name that another one has, too.
      const alive = entries.filter((entry) => !entry.rejected);
      const wanted = alive.length > 0 ? alive : entries.slice(0, 1);
      if (wanted.length <= 1) return wanted[0] ?? null;
      const own = wanted.filter((entry) => entry.kind === kind);
      return own.length === 1 ? (own[0] ?? null) : null;
    },
    has: (hash) => byName.has(hash),
    get: (documentId) => byId.get(documentId) ?? null,
    add,
    confirmed: records.flatMap(({ documentId, names }) => {
      const record = survivors.get(documentId) ?? byDocument.get(documentId);
      return record?.state === 'confirmed' ? [{ ...record, names }] : [];
    }),
  };
}

/** Where merges lead, however many steps; a circle, which no merge makes, ends where it began. */
function survivorsOf(byId: ReadonlyMap<string, NamedRecord>): Map<string, NamedRecord> {
  const survivors = new Map<string, NamedRecord>();
  for (const record of byId.values()) {
    if (record.mergedInto === null) continue;
    const seen = new Set<string>();
    let last = record;
    while (last.mergedInto !== null && !seen.has(last.documentId)) {
      seen.add(last.documentId);
      last = byId.get(last.mergedInto) ?? { ...last, mergedInto: null };
    }
    survivors.set(record.documentId, last);
  }
  return survivors;
}

function entryOf(record: NamedRecord): AuthorityEntry {
  const { documentId, draft, published, name, kind } = record;
  return { documentId, draft, published, name, kind, rejected: record.state === 'rejected' };
}

/** Reads the names of all entities; tens of thousands of records take some megabytes. */
export async function loadEntities(knex: Knex, plan: WritePlan): Promise<EntityAuthority> {
  const target = plan.content.entity;
  if (!target || !plan.types[target.uid] || !target.attributes.name) return entityAuthority([]);
  const { name, names, kind, reviewState, mergedInto } = target.attributes;
  const attributes = { name, names, kind, reviewState, mergedInto };
  const records = await readAuthorityNames(knex, typeOf(plan, target.uid), attributes);
  return entityAuthority(records, await changesOf(knex, { kinds: ['rename', 'remove'] }));
}
