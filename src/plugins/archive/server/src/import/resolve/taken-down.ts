import type { Knex } from 'knex';

import { articleName, tombstonesOf } from '../../takedown/tombstones';
import type { WritePlan } from '../plan/write-plan';
import type { Decision } from './decide';
import type { PreparedArticle } from './prepare-record';

/** Why an import leaves an article alone that was taken down, and which one it is. */
export interface TakenDown {
  readonly reason: 'withdrawn';
  readonly target: string;
}

type OfKnownArticle = Extract<Decision, { is: 'update' | 'seen' }>;

/** The records whose articles were withdrawn: an import must leave those as they are. */
export async function takenDown(
  trx: Knex.Transaction,
  plan: WritePlan,
  decisions: readonly Decision[],
): Promise<Map<PreparedArticle, TakenDown>> {
  const known = decisions.filter(isOfKnown);
  const stones = await tombstonesOf(trx, plan, known.map(targetOf));
  const withdrawn = new Set(stones.map(({ target, locale }) => articleName(target, locale)));
  const down = new Map<PreparedArticle, TakenDown>();
  for (const decision of known) {
    const target = targetOf(decision);
    if (!withdrawn.has(articleName(target, decision.article.locale))) continue;
    down.set(decision.article, { reason: 'withdrawn', target });
  }
  return down;
}

function isOfKnown(decision: Decision): decision is OfKnownArticle {
  return decision.is === 'update' || decision.is === 'seen';
}

function targetOf(decision: OfKnownArticle): string {
  return decision.is === 'update' ? decision.state.target : decision.target;
}
