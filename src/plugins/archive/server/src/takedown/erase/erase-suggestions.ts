import type { Knex } from 'knex';

import { typeOf, type WritePlan } from '../../import/plan/write-plan';
import { deleteEntries } from '../../import/undo/delete-entries';
import { usedIds } from '../../import/undo/remove-unused-records';
import { mentionsOf } from '../../mentions/read-mentions';
import { MENTIONS } from '../../mentions/mention-tables';
import type { ArticleVersion } from '../../mentions/stored-mention';

/** Removes records of names that were only suggested, and only because this article, whose rows are gone, has them. */
export async function eraseSuggestions(
  trx: Knex.Transaction,
  plan: WritePlan,
  version: ArticleVersion,
): Promise<void> {
  const target = plan.content.entity;
  const state = target?.attributes['reviewState'];
  const type = target ? typeOf(plan, target.uid) : null;
  const column = state ? type?.columns[state]?.column : undefined;
  if (!type || column === undefined) return;
  for (const { id: article } of (await mentionsOf(trx, [version])).values()) {
    const elsewhere = trx(MENTIONS).whereNot({ article }).whereNotNull('entity').select('entity');
    const rows: { id: number }[] = await trx(type.table)
      .whereIn('document_id', trx(MENTIONS).where({ article }).whereNotNull('entity').select('entity'))
      .whereNotIn('document_id', elsewhere)
      .where({ [column]: 'suggested' })
      .select('id');
    const ids = rows.map(({ id }) => id);
    const used = await usedIds(trx, plan, type.uid, ids);
    await deleteEntries(
      trx,
      type,
      ids.filter((id) => !used.has(id)),
    );
  }
}
