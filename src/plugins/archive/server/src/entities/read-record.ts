import type { Knex } from 'knex';

import { typeOf, type WritePlan } from '../import/plan/write-plan';
import { readAuthorityNames, type NamedRecord } from '../import/resolve/read-authority-names';

/** Attributes by which entities are read and written; null where the site keeps none. */
export function entityTarget(plan: WritePlan) {
  const target = plan.content.entity;
  if (!target || !target.attributes.name || !plan.types[target.uid]) return null;
  const { name, names, kind, reviewState, mergedInto } = target.attributes;
  return { type: typeOf(plan, target.uid), attributes: { name, names, kind, reviewState, mergedInto } };
}

/** Entities by document ID, with their names; those that are gone are left out. */
export async function readRecords(
  knex: Knex,
  plan: WritePlan,
  documentIds: readonly string[] | null,
): Promise<Map<string, NamedRecord>> {
  const target = entityTarget(plan);
  if (target === null) return new Map();
  const records = await readAuthorityNames(knex, target.type, target.attributes, documentIds);
  return new Map(records.map((record) => [record.documentId, record]));
}
