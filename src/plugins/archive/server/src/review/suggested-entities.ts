import type { Knex } from 'knex';

import type { ReviewPage, SuggestedEntity } from '../../../shared/review-api';
import { entityTarget } from '../entities/read-record';
import type { WritePlan } from '../import/plan/write-plan';
import { MENTIONS } from '../mentions/mention-tables';
import { countOf, pageOf, type PageWish } from './page-of';

interface EntityRow {
  readonly id: number;
  readonly document_id: string;
  readonly name: string;
  readonly kind: string | null;
}

/** Entities that the importer suggested and nobody has looked at; those that were merged are decided. */
function suggested(knex: Knex, plan: WritePlan): Knex.QueryBuilder | null {
  const target = entityTarget(plan);
  const state = target?.type.columns[target.attributes.reviewState ?? '']?.column;
  if (!target || state === undefined) return null;
  const query = knex({ e: target.type.table }).where(`e.${state}`, 'suggested');
  const merged = target.type.links[target.attributes.mergedInto ?? ''];
  if (merged === undefined) return query;
  return query.whereNotExists((inner) => {
    void inner
      .from(merged.table)
      .whereRaw('?? = ??', [`${merged.table}.${merged.from}`, 'e.id'])
      .select(knex.raw('1'));
  });
}

export async function countSuggested(knex: Knex, plan: WritePlan): Promise<number> {
  const query = suggested(knex, plan);
  return query === null ? 0 : countOf(query);
}

/** With the number of articles that name each. */
export async function suggestedPage(
  knex: Knex,
  plan: WritePlan,
  wish: PageWish,
): Promise<ReviewPage<SuggestedEntity>> {
  const target = entityTarget(plan);
  const query = suggested(knex, plan);
  if (!target || query === null) return { rows: [], next: null };
  const column = (name: string | null | undefined) =>
    target.type.columns[name ?? '']?.column ?? 'document_id';
  void query.select('e.id', 'e.document_id', {
    name: `e.${column(target.attributes.name)}`,
    kind: `e.${column(target.attributes.kind)}`,
  });
  const page = await pageOf({ query, id: 'e.id', view: (row: EntityRow) => row }, wish);
  const articles = await articlesNaming(
    knex,
    page.rows.map((row) => row.document_id),
  );
  const rows = page.rows.map(({ id, document_id: documentId, name, kind }) => {
    return { id, documentId, name, kind, articles: articles.get(documentId) ?? 0 };
  });
  return { rows, next: page.next };
}

/** How many articles name each of some entities. */
export async function articlesNaming(knex: Knex, entities: readonly string[]): Promise<Map<string, number>> {
  if (entities.length === 0) return new Map();
  const rows: { entity: string; count: number | string }[] = await knex(MENTIONS)
    .whereNotNull('entity')
    .whereIn('entity', [...entities])
    .groupBy('entity')
    .select('entity')
    .count({ count: '*' });
  return new Map(rows.map(({ entity, count }) => [entity, Number(count)]));
}
