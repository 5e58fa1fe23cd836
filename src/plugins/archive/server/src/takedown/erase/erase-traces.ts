import type { Knex } from 'knex';

import { typeOf, type WritePlan } from '../../import/plan/write-plan';
import type { ArticleVersion } from '../../mentions/stored-mention';
import { IMPORTED_ENTRY, LEDGER_RECORD, RECORD_KEY } from '../../plugin-id';

/** Strapi's own history of versions, where the site has that feature. */
const STRAPI_VERSIONS = 'strapi_history_versions';

/**
 * Takes the text out of what is kept about an article: ledger, memory of imports, Strapi's versions. Its keys and the
 * hash of its text stay, and belong to no job any more, so that rolling one back does not make the archive forget
 * that the article was erased.
 */
export async function eraseTraces(
  trx: Knex.Transaction,
  plan: WritePlan,
  contentType: string,
  { target, locale }: ArticleVersion,
): Promise<void> {
  const about = { target, locale };
  const emptied = { title: null, issues: null, evidence: null, changes: null, reason: 'erased' };
  const ledger = typeOf(plan, LEDGER_RECORD).table;
  const columns = ['dump_path', 'record_index', 'start_byte', 'end_byte'];
  const places: Record<string, string | number>[] = await trx(ledger).where(about).distinct(columns);
  // The same record may have been left to a person at another time.
  for (const place of places) {
    await trx(ledger)
      .where(place)
      .whereNull('target')
      .update({ ...emptied, outcome: 'rejected' });
  }
  await trx(ledger).where(about).update(emptied);
  await trx(typeOf(plan, IMPORTED_ENTRY).table)
    .where({ ...about, content_type: contentType })
    .update({ fields: '{}', job: 0 });
  await trx(typeOf(plan, RECORD_KEY).table).where(about).update({ job: null });
  if (await trx.schema.hasTable(STRAPI_VERSIONS)) {
    const versions = trx(STRAPI_VERSIONS).where({ content_type: contentType, related_document_id: target });
    if (locale !== '') void versions.where({ locale });
    await versions.delete();
  }
}
