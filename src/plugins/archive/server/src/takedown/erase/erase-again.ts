import type { Knex } from 'knex';

import { typeOf, type WritePlan } from '../../import/plan/write-plan';
import type { ArticleVersion } from '../../mentions/stored-mention';
import { LEDGER_RECORD } from '../../plugin-id';
import type { Vault } from '../../vault/vault';
import { eraseOriginals } from './erase-originals';

/**
 * Takes records of erased articles out of the originals that a job has just put into the vault: a dump that is
 * delivered again must not bring back what was erased from it. Runs again without effect.
 * @param within runs a step in a transaction of the job
 */
export async function eraseAgain(
  knex: Knex,
  plan: WritePlan,
  vault: Vault,
  job: number,
  within: <Result>(step: (trx: Knex.Transaction) => Promise<Result>) => Promise<Result>,
): Promise<void> {
  const versions: ArticleVersion[] = await knex(typeOf(plan, LEDGER_RECORD).table)
    .where({ job, outcome: 'kept', reason: 'erased' })
    .distinct('target', 'locale');
  for (const version of versions) {
    const { remove } = await within((trx) => eraseOriginals(trx, plan, vault, version, true));
    for (const sha256 of remove) await vault.remove(sha256);
  }
}
