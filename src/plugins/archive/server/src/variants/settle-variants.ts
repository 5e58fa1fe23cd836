import type { Knex } from 'knex';

import { ALIKE } from '../../../core/dedupe/variant-reason';
import type { WritePlan } from '../import/plan/write-plan';
import { findVariants } from './find-variants';
import { linkVariants } from './link-variants';
import { withdrawVariants } from './withdraw-variants';

/** What an import does with articles that are nearly the same as another one. */
export const NEAR_DUPLICATES = ['link', 'quarantine', 'skip', 'ignore'] as const;
export type NearDuplicates = (typeof NEAR_DUPLICATES)[number];

/**
 * Deals with the near-duplicates among the articles of a job, once all are written. May be broken off and called
 * again: what is linked or taken back already is not found a second time. `within` gives each batch its transaction.
 * Returns how many articles were taken back, which the job's own counts must learn of.
 */
export async function settleVariants(
  knex: Knex,
  plan: WritePlan,
  job: number,
  how: NearDuplicates,
  within: (write: (trx: Knex.Transaction) => Promise<number>) => Promise<void>,
): Promise<void> {
  if (how === 'ignore') return;
  for await (const variants of findVariants(knex, plan, job, ALIKE)) {
    if (variants.length === 0) continue;
    await within(async (trx) => {
      if (how !== 'link') return withdrawVariants(trx, plan, job, variants, how);
      await linkVariants(trx, plan, job, variants);
      return 0;
    });
  }
}
