import type { Knex } from 'knex';

import { IMPORTED_ENTRY } from '../../plugin-id';
import { typeOf } from '../plan/write-plan';
import type { JsonText } from '../write/cell-of';
import { insertInternal } from '../write/insert-internal';
import type { ImportContext } from './import-context';

/** An entry that an import wrote, and the hashes of the values it gave it. */
export interface ImportedEntry {
  readonly contentType: string;
  readonly target: string;
  readonly locale: string;
  readonly contentHash: string | null;
  readonly fields: Readonly<Record<string, string>> | JsonText;
  /** Rows of the entry after the import: draft, published or both. */
  readonly rowCount: number;
}

/** Notes what a job wrote. Rows are only added: without those of a job, the ones before it count again. */
export async function rememberEntries(
  trx: Knex.Transaction,
  { plan, job, now }: Pick<ImportContext, 'plan' | 'job' | 'now'>,
  entries: readonly ImportedEntry[],
): Promise<void> {
  await insertInternal(
    trx,
    typeOf(plan, IMPORTED_ENTRY),
    entries.map(({ contentType, target, locale, contentHash, fields, rowCount }) => ({
      contentType,
      target,
      locale,
      contentHash,
      fields,
      rowCount,
      job,
    })),
    now(),
  );
}
