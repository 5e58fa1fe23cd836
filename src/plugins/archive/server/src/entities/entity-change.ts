import type { Knex } from 'knex';

import { insertRows } from '../import/write/insert-rows';
import { rowsOf } from '../import/write/rows-of';
import { ENTITY_CHANGES } from './change-table';

/**
 * - `merge`: `entity` went into `other`; `names` are those that `other` got by it.
 * - `unmerge`: that was undone.
 * - `split`: `names` of `entity` went to the new record `other`.
 * - `reject`: `entity` is no record to link to.
 * - `link`: `entity` got names; earlier mentions of them are its own.
 * - `rename`: `names` still stand for `entity`, though it shows another name.
 * - `remove`: `names` stand for nothing; their record was deleted.
 * - `distinct`: `entity` and `other` are not the same, however alike their names.
 */
export const CHANGE_KINDS = [
  'merge',
  'unmerge',
  'split',
  'reject',
  'link',
  'rename',
  'remove',
  'distinct',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface EntityChange {
  readonly id: number;
  readonly kind: ChangeKind;
  readonly entity: string;
  readonly other: string | null;
  readonly names: readonly string[];
  /** `open` while mentions and links are still to follow. */
  readonly state: 'open' | 'done' | 'undone';
}

interface ChangeRow extends Omit<EntityChange, 'id' | 'names'> {
  readonly id: number | string;
  readonly names: string;
}

export async function noteChange(trx: Knex.Transaction, change: Omit<EntityChange, 'id'>): Promise<void> {
  const { kind, entity, other, names, state } = change;
  await insertRows(
    trx,
    rowsOf(ENTITY_CHANGES, [{ kind, entity, other, names: JSON.stringify(names), state }]),
  );
}

/** Takes back that two records are not the same. */
export async function forgetDistinct(trx: Knex.Transaction, one: string, other: string): Promise<void> {
  await trx(ENTITY_CHANGES)
    .where({ kind: 'distinct', entity: one, other })
    .orWhere({ kind: 'distinct', entity: other, other: one })
    .delete();
}

/** Changes in their order, those of some kinds or in one state only. */
export async function changesOf(
  knex: Knex,
  where: { readonly kinds?: readonly ChangeKind[]; readonly state?: EntityChange['state'] },
): Promise<EntityChange[]> {
  const rows: ChangeRow[] = await knex(ENTITY_CHANGES)
    .modify((query) => {
      if (where.kinds !== undefined) void query.whereIn('kind', [...where.kinds]);
      if (where.state !== undefined) void query.where({ state: where.state });
    })
    .orderBy('id')
    .select('id', 'kind', 'entity', 'other', 'names', 'state');
  return rows.map((row) => ({ ...row, id: Number(row.id), names: JSON.parse(row.names) as string[] }));
}

/** The number of the newest change; 0 where there is none. */
export async function newestChange(knex: Knex): Promise<number> {
  const [last]: { id: number | string | null }[] = await knex(ENTITY_CHANGES).max({ id: 'id' });
  return Number(last?.id ?? 0);
}

/** Opens changes again that were carried out while an import wrote, which knew the records as they were before. */
export async function reopenChanges(knex: Knex, after: number): Promise<void> {
  await knex(ENTITY_CHANGES)
    .where('id', '>', after)
    .where({ state: 'done' })
    .whereIn('kind', ['merge', 'reject', 'split', 'link'])
    .update({ state: 'open' });
}

export async function endChange(knex: Knex, id: number, state: 'done' | 'undone'): Promise<void> {
  await knex(ENTITY_CHANGES).where({ id }).update({ state });
}
