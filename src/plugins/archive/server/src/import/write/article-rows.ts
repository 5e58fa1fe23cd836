import type { Knex } from 'knex';

import { typeOf, type ColumnPlan, type LinkPlan, type TypePlan, type WritePlan } from '../plan/write-plan';
import { fieldHash } from '../resolve/hash';
import type { ImportedState } from '../resolve/known-rows';
import { fromJson, timeOf, type Value } from './cell-of';
import { linkHash } from './link-hash';

/** One row of an article as it stands: the draft or the published one. */
export interface ArticleRow {
  readonly id: number;
  readonly published: boolean;
  readonly updatedAt: Date | null;
  readonly values: Readonly<Record<string, Value>>;
  /** Comparable with the hashes of an import; links included. */
  readonly hashes: Readonly<Record<string, string>>;
}

type DatabaseRow = Readonly<Record<string, unknown>> & {
  id: number;
  document_id: string;
  locale: string | null;
};

/** The rows of the given articles, by `target/locale`, read with one query and one for each relation. */
export async function articleRows(
  trx: Knex.Transaction,
  plan: WritePlan,
  type: TypePlan,
  states: readonly Pick<ImportedState, 'target' | 'locale'>[],
): Promise<Map<string, ArticleRow[]>> {
  const targets = [...new Set(states.map((state) => state.target))];
  const rows: DatabaseRow[] = await trx(type.table).whereIn('document_id', targets).orderBy('id').select('*');
  const ids = rows.map((row) => row.id);
  const links = new Map<string, Map<number, string[]>>();
  for (const [name, link] of Object.entries(type.links)) {
    if (plan.types[link.target]) links.set(name, await linkedDocuments(trx, plan, link, ids));
  }
  const byArticle = new Map<string, ArticleRow[]>();
  for (const row of rows) {
    const key = `${row.document_id}/${row.locale ?? ''}`;
    byArticle.set(key, [...(byArticle.get(key) ?? []), articleRow(type, row, links)]);
  }
  return byArticle;
}

async function linkedDocuments(
  trx: Knex.Transaction,
  plan: WritePlan,
  link: LinkPlan,
  ids: readonly number[],
): Promise<Map<number, string[]>> {
  const target = typeOf(plan, link.target).table;
  const rows: { from: number; to: string }[] = await trx({ link: link.table })
    .join({ target }, `link.${link.to}`, 'target.id')
    .whereIn(`link.${link.from}`, ids)
    .orderBy(`link.${link.order ?? 'id'}`)
    .select({ from: `link.${link.from}`, to: 'target.document_id' });
  const documents = new Map<number, string[]>();
  for (const row of rows) documents.set(row.from, [...(documents.get(row.from) ?? []), row.to]);
  return documents;
}

function articleRow(type: TypePlan, row: DatabaseRow, links: Map<string, Map<number, string[]>>): ArticleRow {
  const values: Record<string, Value> = {};
  const hashes: Record<string, string> = {};
  for (const [name, column] of Object.entries(type.columns)) {
    values[name] = valueOf(column, row[column.column]);
    hashes[name] = fieldHash(values[name]);
  }
  for (const [name, documents] of links) {
    const targets = documents.get(row.id) ?? [];
    values[name] = targets;
    hashes[name] = linkHash(targets);
  }
  const published = type.draftAndPublish ? row['published_at'] !== null : true;
  return { id: row.id, published, updatedAt: timeOf(row['updated_at']), values, hashes };
}

function valueOf(column: ColumnPlan, cell: unknown): Value {
  if (cell === undefined || cell === null) return null;
  if (column.type === 'json') return fromJson(cell) as Value;
  if (column.type === 'boolean') return Boolean(cell);
  if (typeof cell === 'string' || typeof cell === 'number' || cell instanceof Date) return cell;
  return fromJson(cell) as Value;
}
