import type { Knex } from 'knex';

import { typeOf, type TypePlan, type WritePlan } from '../import/plan/write-plan';
import { eraScope } from '../import/resolve/record-keys';
import { fromJson } from '../import/write/cell-of';
import { ERA, TOMBSTONE } from '../plugin-id';
import { findByKeys, type Found } from './find-by-keys';

/** So many candidates are named where an ID alone does not tell which article is meant. */
const MOST_ARTICLES = 20;

/** The articles with an ID of the old system: within the era that was named, or wherever the ID is known. */
export async function findByLegacyId(
  knex: Knex,
  plan: WritePlan,
  legacyId: string,
  era: string | null,
): Promise<Found[]> {
  if (era !== null) {
    const scopes = [...new Set((await namesOfEra(knex, plan, era)).map((name) => eraScope(name, null)))];
    return findByKeys(
      knex,
      plan,
      ['legacyId'],
      scopes.map((scope) => `${scope}|${legacyId}`),
    );
  }
  const found: Found[] = await erased(knex, plan, legacyId);
  for (const type of Object.values(plan.types)) {
    if (type.columns['withdrawnAt']) found.push(...(await inType(knex, type, legacyId)));
  }
  return found;
}

/** Of an erased article only its tombstone is left. */
async function erased(knex: Knex, plan: WritePlan, legacyId: string): Promise<Found[]> {
  const rows: Omit<Found, 'key'>[] = await knex(typeOf(plan, TOMBSTONE).table)
    .where({ legacy_id: legacyId })
    .limit(MOST_ARTICLES)
    .select('target', { contentType: 'content_type', locale: knex.raw("coalesce(locale, '')") });
  return rows.map((row) => ({ ...row, key: legacyId }));
}

async function inType(knex: Knex, type: TypePlan, legacyId: string): Promise<Found[]> {
  const rows: { target: string; locale: string | null }[] = await knex(type.table)
    .where({ legacy_id: legacyId })
    .limit(MOST_ARTICLES * 2)
    .distinct({ target: 'document_id', locale: 'locale' });
  return rows
    .slice(0, MOST_ARTICLES)
    .map(({ target, locale }) => ({ contentType: type.uid, target, locale: locale ?? '', key: legacyId }));
}

/** An era by document ID, slug or any of its names; the name itself where there is no such era. */
async function namesOfEra(knex: Knex, plan: WritePlan, era: string): Promise<string[]> {
  const rows: { name: string; alternatives: unknown; slug: string | null; documentId: string }[] = await knex(
    typeOf(plan, ERA).table,
  ).select('name', 'slug', { alternatives: 'alternative_names', documentId: 'document_id' });
  const wanted = eraScope(era, null);
  for (const row of rows) {
    const listed: unknown = fromJson(row.alternatives);
    const others = (Array.isArray(listed) ? (listed as unknown[]) : []).filter(
      (name) => typeof name === 'string',
    );
    const names = [row.name, ...others];
    const isMeant =
      row.documentId === era || row.slug === era || names.some((name) => eraScope(name, null) === wanted);
    if (isMeant) return names;
  }
  return [era];
}
