import { setImmediate } from 'node:timers/promises';

import type { Knex } from 'knex';

import { OUTCOMES } from '../../../../core/outcome';
import { carryOutChanges } from '../../entities/carry-out-change';
import { reopenChanges } from '../../entities/entity-change';
import { indexQueued } from '../../search/search-index';
import { eraseAgain } from '../../takedown/erase/erase-again';
import { settleVariants, type NearDuplicates } from '../../variants/settle-variants';
import { existingJob, progressValues, updateJob } from './job-row';
import { stopWhereAsked } from './job-stop';
import { keepLease } from './lease';
import { ledgerTotals } from './ledger';
import type { JobRun } from './run-job';
import { tallySum, type Tally } from './tally';

/** Before anything else can stop the job: what was erased must not stay in the vault. */
export async function eraseOriginalsAgain(
  { knex, plan, id, now, vault }: JobRun,
  owner: string,
): Promise<void> {
  await eraseAgain(knex, plan, vault, id, (step) =>
    knex.transaction(async (trx) => {
      await keepLease(trx, plan, id, owner, now());
      return step(trx);
    }),
  );
}

/** People may have merged or refused records meanwhile, of which this job knew nothing. */
export async function followDecisions(
  { knex, plan, id, now }: JobRun,
  owner: string,
  after: number,
): Promise<void> {
  await reopenChanges(knex, after);
  const within = (write: (trx: Knex.Transaction) => Promise<number>) =>
    knex.transaction(async (trx) => {
      await keepLease(trx, plan, id, owner, now());
      const changed = await write(trx);
      if (plan.search) await indexQueued(trx, plan.search);
      return changed;
    });
  await carryOutChanges({ knex, plan, within });
}

/** After the last batch, when all texts are known. Counts change with the articles that are taken back. */
export async function settleNearDuplicates(run: JobRun, owner: string, how: NearDuplicates): Promise<void> {
  const { knex, plan, id, now, watcher } = run;
  await settleVariants(knex, plan, id, how, async (write) => {
    await knex.transaction(async (trx) => {
      await keepLease(trx, plan, id, owner, now());
      const withdrawn = await write(trx);
      if (plan.search) await indexQueued(trx, plan.search);
      if (withdrawn === 0) return;
      const job = await existingJob(trx, plan, id);
      const tally = withdrawnTally(job.tally, how === 'skip' ? 'duplicate' : 'quarantined', withdrawn);
      await updateJob(trx, plan, id, progressValues({ ...job, tally }));
    });
    await setImmediate();
    const { requested, options } = await existingJob(knex, plan, id);
    stopWhereAsked(requested, watcher.stop, options.managed);
  });
}

function withdrawnTally(tally: Tally, outcome: 'duplicate' | 'quarantined', count: number): Tally {
  return { ...tally, created: tally.created - count, [outcome]: tally[outcome] + count };
}

/** The ledger must hold every record once; anything else is a fault of the importer and must not pass. */
export async function closeJob({ knex, plan, id, now }: JobRun, owner: string): Promise<void> {
  const job = await existingJob(knex, plan, id);
  const totals = await ledgerTotals(knex, plan, id);
  const wrong = OUTCOMES.filter((outcome) => totals[outcome] !== job.tally[outcome]);
  if (wrong.length > 0 || tallySum(totals) !== job.recordsRead) {
    throw new Error(
      `The ledger does not close: ${job.recordsRead} records were read, ${tallySum(totals)} outcomes are written` +
        (wrong.length > 0 ? ` (differs in ${wrong.join(', ')}).` : '.'),
    );
  }
  const { quarantined, rejected } = job.tally;
  const state = quarantined + rejected > 0 ? 'completedWithIssues' : 'completed';
  await updateJob(
    knex,
    plan,
    id,
    { state, reason: null, endedAt: now(), owner: null, requested: null },
    { owner },
  );
}
