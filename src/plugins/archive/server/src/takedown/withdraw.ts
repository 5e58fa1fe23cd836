import type { Knex } from 'knex';

import type { TakedownView } from '../../../shared/archive-api';
import { addEvent } from '../events/archive-event';
import { typeOf, type TypePlan, type WritePlan } from '../import/plan/write-plan';
import { deleteEntries } from '../import/undo/delete-entries';
import { cellOf, type Value } from '../import/write/cell-of';
import { insertInternal } from '../import/write/insert-internal';
import { TOMBSTONE } from '../plugin-id';
import { Refusal } from '../refusal';
import { articlesAskedFor, optedInType, type AskedArticle } from './articles-asked-for';
import type { TakedownRequest } from './takedown-request';
import { tombstonesOf } from './tombstones';

/**
 * Takes articles from the public with a reason: the published row goes, the draft stays and is marked, and a
 * tombstone keeps imports and publishing from bringing it back. A type without drafts keeps its one row, marked.
 * @throws Refusal where there is no such article, or all of it is withdrawn already.
 */
export async function withdraw(
  trx: Knex.Transaction,
  plan: WritePlan,
  request: TakedownRequest,
  now: Date,
): Promise<TakedownView[]> {
  const { contentType, documentId, reason } = request;
  const type = optedInType(plan, contentType);
  const asked = await articlesAskedFor(trx, plan, request);
  const down = new Set((await tombstonesOf(trx, plan, [documentId])).map((stone) => stone.locale));
  const articles = asked.filter(({ locale }) => !down.has(locale));
  if (articles.length === 0) throw new Refusal('invalid', `Article ${documentId} is withdrawn already.`);
  for (const article of articles) {
    const wasPublished = type.draftAndPublish && article.rows.some((row) => row.published);
    await hide(trx, type, article, reason, now);
    const about = { contentType, target: documentId, locale: article.locale, reason };
    const contentHash = hashOf(article);
    const stone = { kind: 'withdrawn', ...about, contentHash, wasPublished };
    await insertInternal(trx, typeOf(plan, TOMBSTONE), [stone], now);
    await addEvent(trx, plan, { kind: 'withdrew', actor: request.actor, ...about }, now);
  }
  return articles.map(({ locale }) => ({
    contentType,
    documentId,
    locale: locale === '' ? null : locale,
    state: 'withdrawn',
    reason,
    published: false,
  }));
}

async function hide(
  trx: Knex.Transaction,
  type: TypePlan,
  { rows }: AskedArticle,
  reason: string,
  now: Date,
): Promise<void> {
  const published = rows.filter((row) => type.draftAndPublish && row.published);
  const drafts = rows.filter((row) => !published.includes(row));
  // A published row without a draft becomes the draft: nothing is lost.
  const kept = drafts.length > 0 ? drafts : published.slice(0, 1);
  await deleteEntries(
    trx,
    type,
    published.filter((row) => !kept.includes(row)).map((row) => row.id),
  );
  const marks = { withdrawnAt: now, withdrawnReason: reason, updatedAt: now };
  await setValues(trx, type, kept, type.draftAndPublish ? { ...marks, publishedAt: null } : marks);
}

/** Writes values of attributes into rows of a type. */
export async function setValues(
  trx: Knex.Transaction,
  type: TypePlan,
  rows: AskedArticle['rows'],
  values: Readonly<Record<string, Value>>,
): Promise<void> {
  const cells: Record<string, ReturnType<typeof cellOf>> = {};
  for (const [name, value] of Object.entries(values)) {
    const column = type.columns[name];
    if (column) cells[column.column] = cellOf(column, value);
  }
  await trx(type.table)
    .whereIn(
      'id',
      rows.map((row) => row.id),
    )
    .update(cells);
}

function hashOf({ rows }: AskedArticle): string | null {
  const hash = rows[0]?.values['contentHash'];
  return typeof hash === 'string' ? hash : null;
}
