import type { Knex } from 'knex';

import type { Issue } from '../../../../core/issue';
import type { Decision } from './decide';
import type { ImportContext } from './import-context';
import type { PreparedArticle } from './prepare-record';
import { takenValues } from './taken-values';

/** Articles that the site would refuse for what it holds already, or for what a published row may not say. */
export async function refusals(
  trx: Knex.Transaction,
  context: Pick<ImportContext, 'plan' | 'publish'>,
  decisions: readonly Decision[],
): Promise<Map<PreparedArticle, readonly Issue[]>> {
  const refused = new Map<PreparedArticle, readonly Issue[]>();
  for (const [article, fault] of await takenValues(trx, context, decisions)) refused.set(article, [fault]);
  const gone = new Map<string, readonly Issue[]>();
  for (const decision of decisions) {
    const { article } = decision;
    // Its published row, where it has one, would be changed along with the draft.
    if (decision.is === 'update' && article.unfitToPublish.length > 0) {
      refused.set(article, article.unfitToPublish);
    }
    const faults = refused.get(article);
    if (decision.is === 'create' && faults) gone.set(decision.documentId, faults);
    // A copy of what is not written has nothing to point at.
    const original = decision.is === 'duplicate' ? gone.get(decision.target) : undefined;
    if (original) refused.set(article, original);
  }
  return refused;
}
