import { setImmediate } from 'node:timers/promises';

import type { Knex } from 'knex';

import { addToNameIndex, emptyNameIndex, type NameIndex } from '../../../core/entities/reconcile/name-index';
import { ENTITY_CHANGES } from '../entities/change-table';
import { typeOf, type WritePlan } from '../import/plan/write-plan';
import { readAuthorityNames, type NamedRecord } from '../import/resolve/read-authority-names';
import type { Authority, AuthorityTable } from './authority';

export interface AuthorityIndex {
  readonly names: NameIndex<Authority>;
  readonly byId: ReadonlyMap<string, Authority>;
}

const TABLES: readonly AuthorityTable[] = ['entity', 'source'];
/** Records between two pauses, in which other requests have their turn. */
const STEP = 500;

/**
 * All names of the site's records, read again only when a record changed: imports, merges and editors all write a
 * later time or another number of rows.
 */
export function authorityIndex(knex: Knex, planOf: () => Promise<WritePlan>): () => Promise<AuthorityIndex> {
  let kept: { readonly stamp: string; readonly index: Promise<AuthorityIndex> } | null = null;
  return async () => {
    const plan = await planOf();
    const stamp = await stampOf(knex, plan);
    if (kept?.stamp !== stamp) {
      const index = buildIndex(knex, plan);
      kept = { stamp, index };
      index.catch(() => {
        kept = null;
      });
    }
    return kept.index;
  };
}

async function stampOf(knex: Knex, plan: WritePlan): Promise<string> {
  const [decided] = (await knex(ENTITY_CHANGES).max({ last: 'id' })) as unknown[];
  const parts: unknown[] = [decided];
  for (const name of TABLES) {
    const target = plan.content[name];
    if (!target || !plan.types[target.uid]) continue;
    const { table } = typeOf(plan, target.uid);
    parts.push(await knex(table).count({ rows: '*' }).max({ id: 'id', changed: 'updated_at' }).first());
  }
  return JSON.stringify(parts);
}

async function buildIndex(knex: Knex, plan: WritePlan): Promise<AuthorityIndex> {
  const names = emptyNameIndex<Authority>();
  const byId = new Map<string, Authority>();
  for (const table of TABLES) {
    let count = 0;
    for (const record of await readTable(knex, plan, table)) {
      const authority = authorityOf(table, record);
      if (authority === null) continue;
      byId.set(authority.id, authority);
      addToNameIndex(names, authority, record.names);
      if (++count % STEP === 0) await setImmediate();
    }
  }
  return { names, byId };
}

async function readTable(knex: Knex, plan: WritePlan, table: AuthorityTable): Promise<NamedRecord[]> {
  const target = plan.content[table];
  const type = target ? plan.types[target.uid] : undefined;
  const attributes: Readonly<Record<string, string | null | undefined>> = target?.attributes ?? {};
  const { name, names, kind, reviewState, mergedInto } = attributes;
  if (!type || !name) return [];
  return readAuthorityNames(knex, type, { name, names, kind, reviewState, mergedInto });
}

/** Refused records, redirects and what is not published are not offered. */
function authorityOf(table: AuthorityTable, record: NamedRecord): Authority | null {
  const { documentId, name, kind, state, mergedInto, published } = record;
  if (state === 'rejected' || mergedInto !== null || published === null) return null;
  const type = table === 'entity' ? (kind ?? 'other') : 'source';
  return { id: `${table}-${documentId}`, documentId, table, name, type, confirmed: state === 'confirmed' };
}
