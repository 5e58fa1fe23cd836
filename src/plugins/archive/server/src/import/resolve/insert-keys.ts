import type { Knex } from 'knex';

import { RECORD_KEY } from '../../plugin-id';
import { typeOf } from '../plan/write-plan';
import { insertInternal } from '../write/insert-internal';
import type { ImportContext } from './import-context';
import type { RecordKey } from './record-keys';

export interface NewKey {
  readonly key: RecordKey;
  readonly contentType: string;
  readonly target: string;
  readonly locale: string;
  readonly duplicate: boolean;
  readonly fingerprint: string | null;
}

/** Stores keys, so that their records are known again. */
export async function insertKeys(
  trx: Knex.Transaction,
  { plan, job, now }: Pick<ImportContext, 'plan' | 'job' | 'now'>,
  keys: readonly NewKey[],
): Promise<void> {
  const rows = keys.map(
    ({ key: { kind, key, root }, contentType, target, locale, duplicate, fingerprint }) => ({
      kind,
      key,
      root,
      contentType,
      target,
      locale,
      duplicate,
      fingerprint,
      job,
    }),
  );
  await insertInternal(trx, typeOf(plan, RECORD_KEY), rows, now());
}
