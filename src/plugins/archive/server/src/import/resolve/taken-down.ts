import type { Knex } from 'knex';

import { articleName, tombstonesOf } from '../../takedown/tombstones';
import type { WritePlan } from '../plan/write-plan';
import type { Decision } from './decide';
import type { PreparedArticle } from './prepare-record';

/** Why an import leaves an article alone that was taken down, and which one it is. */
export interface TakenDown {
  readonly reason: 'withdrawn' | 'erased';
  readonly target: string;
}

type OfKnownArticle = Extract<Decision, { is: 'update' | 'seen' | 'duplicate' }>;

/**
 * The records whose articles were taken down: an import must leave those as they are. The text of an erased one does
 * not come back under another name either.
 */
export async function takenDown(
  trx: Knex.Transaction,
  plan: WritePlan,
  decisions: readonly Decision[],
): Promise<Map<PreparedArticle, TakenDown>> {
  const known = decisions.filter(isOfKnown);
  const stones = await tombstonesOf(trx, plan, known.map(targetOf));
  const stoneOf = new Map(stones.map((stone) => [articleName(stone.target, stone.locale), stone]));
  const down = new Map<PreparedArticle, TakenDown>();
  for (const decision of known) {
    const target = targetOf(decision);
    const stone = stoneOf.get(articleName(target, decision.article.locale));
    if (!stone || (decision.is === 'duplicate' && stone.kind === 'withdrawn')) continue;
    down.set(decision.article, { reason: stone.kind, target });
  }
  return down;
}

function isOfKnown(decision: Decision): decision is OfKnownArticle {
  return decision.is === 'update' || decision.is === 'seen' || decision.is === 'duplicate';
}

function targetOf(decision: OfKnownArticle): string {
  return decision.is === 'update' ? decision.state.target : decision.target;
}
