import type { Knex } from 'knex';

import type { MissingMedia, ReviewPage } from '../../../shared/review-api';
import type { WritePlan } from '../import/plan/write-plan';
import { countOf, pageOf, type PageWish } from './page-of';

interface MediaRow extends Omit<MissingMedia, 'documentId' | 'contentType'> {
  readonly document_id: string;
}

/** Media items that articles speak of and of which there is no file. */
function missing(knex: Knex, plan: WritePlan): Knex.QueryBuilder | null {
  const target = plan.content.media;
  const type = plan.types[target?.uid ?? ''];
  const state = type?.columns[target?.attributes.state ?? '']?.column;
  return type && state ? knex(type.table).where(state, 'missing') : null;
}

export async function countMissingMedia(knex: Knex, plan: WritePlan): Promise<number> {
  const query = missing(knex, plan);
  return query === null ? 0 : countOf(query);
}

export async function missingMediaPage(
  knex: Knex,
  plan: WritePlan,
  wish: PageWish,
): Promise<ReviewPage<MissingMedia>> {
  const query = missing(knex, plan);
  if (query === null) return { rows: [], next: null };
  const contentType = plan.content.media?.uid ?? '';
  const attributes = plan.content.media?.attributes;
  const columns = plan.types[plan.content.media?.uid ?? '']?.columns ?? {};
  const column = (name: string | null | undefined) => columns[name ?? '']?.column;
  const shown = {
    legacyId: column(attributes?.legacyId),
    kind: column('kind'),
    credit: column(attributes?.credit),
    url: column(attributes?.originalUrl),
  };
  void query.select('id', 'document_id');
  for (const [name, from] of Object.entries(shown))
    if (from !== undefined) void query.select({ [name]: from });
  const view = ({ document_id: documentId, ...row }: MediaRow) => {
    const { id, legacyId = null, kind = null, credit = null, url = null } = row;
    return { id, contentType, documentId, legacyId, kind, credit, url };
  };
  return pageOf({ query, id: 'id', view }, wish);
}
