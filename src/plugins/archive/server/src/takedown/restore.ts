import type { Knex } from 'knex';

import type { TakedownView } from '../../../shared/archive-api';
import { addEvent } from '../events/archive-event';
import { typeOf, type WritePlan } from '../import/plan/write-plan';
import { TOMBSTONE } from '../plugin-id';
import { Refusal } from '../refusal';
import { articlesAskedFor, optedInType } from './articles-asked-for';
import type { TakedownRequest } from './takedown-request';
import { articleName, tombstonesOf } from './tombstones';
import { setValues } from './withdraw';

/**
 * Takes a withdrawal back: the mark and the tombstone go, the draft is an ordinary draft again. `published` says
 * whether the article was public before, so that the caller can publish it again.
 * @throws Refusal where it is not withdrawn, or was erased.
 */
export async function restore(
  trx: Knex.Transaction,
  plan: WritePlan,
  request: TakedownRequest,
  now: Date,
): Promise<TakedownView[]> {
  const { contentType, documentId, reason } = request;
  const type = optedInType(plan, contentType);
  const stones = await tombstonesOf(trx, plan, [documentId]);
  const meant = stones.filter((stone) => request.locale === null || stone.locale === request.locale);
  if (meant.some((stone) => stone.kind === 'erased')) {
    throw new Refusal(
      'invalid',
      `Article ${documentId} was erased: its text is gone and cannot be restored.`,
    );
  }
  if (meant.length === 0) throw new Refusal('invalid', `Article ${documentId} is not withdrawn.`);
  const articles = await articlesAskedFor(trx, plan, request);
  const withdrawn = new Map(meant.map((stone) => [articleName(documentId, stone.locale), stone]));
  const restored: TakedownView[] = [];
  for (const { locale, rows } of articles) {
    const stone = withdrawn.get(articleName(documentId, locale));
    if (!stone) continue;
    await setValues(trx, type, rows, { withdrawnAt: null, withdrawnReason: null, updatedAt: now });
    await trx(typeOf(plan, TOMBSTONE).table).where({ id: stone.id }).delete();
    const about = { contentType, target: documentId, locale, reason };
    await addEvent(trx, plan, { kind: 'restored', actor: request.actor, ...about }, now);
    restored.push({
      contentType,
      documentId,
      locale: locale === '' ? null : locale,
      state: 'restored',
      reason,
      published: stone.wasPublished,
    });
  }
  return restored;
}
