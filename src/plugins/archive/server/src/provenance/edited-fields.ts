import type { Knex } from 'knex';

import { typeOf, type WritePlan } from '../import/plan/write-plan';
import { articleRows } from '../import/write/article-rows';
import { fromJson } from '../import/write/cell-of';
import { IMPORTED_ENTRY } from '../plugin-id';

/** The attributes of an article that say something else today than what was imported last: people changed them. */
export async function editedFields(
  knex: Knex,
  plan: WritePlan,
  documentId: string,
  locale: string | null,
): Promise<Set<string>> {
  const type = typeOf(plan, plan.content.article?.uid ?? '');
  const own = { target: documentId, locale: locale ?? '' };
  const imported: { fields: unknown } | undefined = await knex(typeOf(plan, IMPORTED_ENTRY).table)
    .where(own)
    .orderBy('id', 'desc')
    .first('fields');
  const rows = await knex.transaction((trx) => articleRows(trx, plan, type, [own]));
  const [row] = rows.get(`${documentId}/${own.locale}`) ?? [];
  if (!row) return new Set();
  const hashes = (fromJson(imported?.fields) ?? {}) as Record<string, string>;
  const changed = Object.entries(hashes).filter(([name, hash]) => row.hashes[name] !== hash);
  return new Set(changed.map(([name]) => name));
}
