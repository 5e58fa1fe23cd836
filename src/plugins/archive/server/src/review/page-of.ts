import type { Knex } from 'knex';

import type { ReviewPage } from '../../../shared/review-api';

/** Which rows of a queue are asked for: so many behind the row `after`. */
export interface PageWish {
  readonly after: number | null;
  readonly most: number;
}

/** A queue as the database has it. */
export interface QueueQuery<Row, View> {
  readonly query: Knex.QueryBuilder;
  /** Column of a row's number, in whose order the queue is. */
  readonly id: string;
  readonly view: (row: Row) => View;
}

/** One page of a queue in the order of its rows; one row more is read to know whether there is a next page. */
export async function pageOf<Row extends { readonly id: number | string }, View>(
  { query, id, view }: QueueQuery<Row, View>,
  { after, most }: PageWish,
): Promise<ReviewPage<View>> {
  if (after !== null) void query.where(id, '>', after);
  const found: Row[] = await query.orderBy(id).limit(most + 1);
  const rows = found.slice(0, most);
  const next = found.length > most ? Number(rows.at(-1)?.id ?? 0) : null;
  return { rows: rows.map(view), next };
}

/** How many rows a query finds. */
export async function countOf(query: Knex.QueryBuilder): Promise<number> {
  const [row]: { count: number | string }[] = await query.count({ count: '*' });
  return Number(row?.count ?? 0);
}
