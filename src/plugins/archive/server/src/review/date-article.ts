import type { Knex } from 'knex';

import { boundsOf } from '../../../core/dates/bounds';
import type { DateBasis } from '../../../core/draft-article';
import { addEvent } from '../events/archive-event';
import { typeOf, type WritePlan } from '../import/plan/write-plan';
import { Refusal } from '../refusal';
import { articlesAskedFor } from '../takedown/articles-asked-for';
import { setValues } from '../takedown/withdraw';

/** The date that a person gives an article. */
export interface DateWish {
  readonly documentId: string;
  readonly locale: string | null;
  /** Null where nothing is known of it. */
  readonly edtf: string | null;
  readonly basis: DateBasis;
}

/**
 * Dates an article: its draft and what readers see alike, so that an unfinished draft need not be published for it.
 * Imports take it for a person's change and leave it alone.
 * @throws Refusal where the date is no EDTF, or where there is no such article.
 */
export async function dateArticle(
  trx: Knex.Transaction,
  plan: WritePlan,
  { documentId, locale, edtf, basis }: DateWish,
  { actor, now }: { readonly actor: string; readonly now: Date },
): Promise<void> {
  const bounds = edtf === null ? { earliest: null, latest: null } : boundsOf(edtf);
  if (bounds === null) throw new Refusal('invalid', `"${(edtf ?? '').slice(0, 50)}" is no date in EDTF.`);
  const contentType = plan.content.article?.uid ?? '';
  const articles = await articlesAskedFor(trx, plan, { contentType, documentId, locale });
  const values = {
    dateEdtf: edtf,
    dateEarliest: bounds.earliest,
    dateLatest: bounds.latest,
    dateBasis: basis,
  };
  for (const { rows } of articles) {
    await setValues(trx, typeOf(plan, contentType), rows, { ...values, updatedAt: now });
  }
  const details = { decision: 'dated', edtf, basis };
  await addEvent(
    trx,
    plan,
    { kind: 'reviewed', actor, contentType, target: documentId, locale, details },
    now,
  );
}
