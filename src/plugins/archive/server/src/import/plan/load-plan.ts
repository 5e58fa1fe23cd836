import type { Knex } from 'knex';

import { fromJson } from '../write/cell-of';
import { PLAN_KEY } from './store-plan-key';
import type { WritePlan } from './write-plan';

/** Reads the plan that the site stored at its last start; null where the site never started on this database. */
export async function loadPlan(knex: Knex): Promise<WritePlan | null> {
  if (!(await knex.schema.hasTable('strapi_core_store_settings'))) return null;
  const row: { value: string } | undefined = await knex('strapi_core_store_settings')
    .where({ key: PLAN_KEY })
    .first('value');
  if (!row) return null;
  const plan = fromJson(row.value) as Omit<WritePlan, 'search'> & Partial<WritePlan>;
  // A plan of an older version has no search index yet; the site's next start makes both.
  return {
    ...plan,
    search: plan.search ?? null,
    locales: { ...plan.locales, codes: await localeCodes(knex) },
  };
}

/** Languages come and go while the site runs, so they are read anew. */
async function localeCodes(knex: Knex): Promise<string[]> {
  const rows: { code: string }[] = await knex('i18n_locale').select('code').orderBy('id');
  return rows.map((row) => row.code);
}
