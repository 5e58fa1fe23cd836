import type { Knex } from 'knex';

import { typeOf, type TypePlan, type WritePlan } from '../plan/write-plan';
import { among } from './among';
import type { DocumentRows, NewDocument } from './insert-documents';

/** A record that is to be linked is gone: a person deleted it since its names were read. */
export class TargetGone extends Error {
  readonly code = 'ARCHIVE_TARGET_GONE';
}

/**
 * Proves that every record to be linked is there. On SQLite the import has foreign keys unchecked (`tuneForBulk`):
 * looking each target up once for a batch takes a fraction of what SQLite's check of every row takes.
 * @throws TargetGone; the batch is then tried again with the names as they are now.
 */
export async function checkTargets(
  trx: Knex.Transaction,
  plan: WritePlan,
  type: TypePlan,
  links: Iterable<NewDocument['links']>,
): Promise<void> {
  const wanted = new Map<string, Set<number>>();
  for (const ofArticle of links) {
    for (const name in ofArticle) {
      const link = type.links[name];
      if (!link) continue;
      const ids = wanted.get(link.target) ?? new Set<number>();
      wanted.set(link.target, ids);
      for (const target of ofArticle[name] ?? []) addRows(ids, target);
    }
  }
  for (const [target, ids] of wanted) {
    const { table } = typeOf(plan, target);
    const [found] = await trx(table)
      .where(among(trx, 'id', [...ids]))
      .count<{ count: number | string }[]>({ count: '*' });
    if (Number(found?.count ?? 0) < ids.size) throw new TargetGone(`A record of ${target} was deleted.`);
  }
}

function addRows(ids: Set<number>, { draft, published }: DocumentRows): void {
  ids.add(draft);
  if (published !== null) ids.add(published);
}
