import type { Knex } from 'knex';

import type { LinkPlan, TypePlan } from '../import/plan/write-plan';
import { cellOf, type Value } from '../import/write/cell-of';
import type { DocumentRows } from '../import/write/insert-documents';
import { documentOf, indexedText, type ArticleFacts, type IndexedText } from './index-document';
import { backendFor, differences } from './search-index';
import type { LinkKind, SearchShape } from './search-shape';

type Values = Readonly<Record<string, Value>>;

/** An article that the caller's transaction has just inserted. */
export interface InsertedArticle {
  readonly rows: DocumentRows;
  readonly locale: string | null;
  readonly values: Values;
  /** By relation attribute. */
  readonly links: Readonly<Record<string, readonly DocumentRows[]>>;
  readonly text: IndexedText;
}

/** The words of an article that is not yet written, from its values by attribute. */
export function textOfValues(shape: SearchShape, type: TypePlan, values: Values): IndexedText {
  const cell = cellReader(type, values);
  const joined = (columns: readonly string[]) => columns.flatMap((column) => cell(column) ?? []).join('\n');
  const { title, byline, body } = shape.texts;
  return indexedText({ title: joined(title), byline: joined(byline), body: joined(body) });
}

/**
 * Indexes new articles from what was written, within the same transaction: their rows are not read back, and a draft
 * and its published twin have one text. The entries are those that `indexQueued` would make.
 */
export async function indexNewArticles(
  trx: Knex.Transaction,
  shape: SearchShape,
  type: TypePlan,
  articles: readonly InsertedArticle[],
): Promise<void> {
  const [first] = articles;
  if (!first) return;
  const changed = await timeOfChange(trx, shape, first.rows.draft);
  const attributes = linkAttributes(shape, type);
  const documents = articles.flatMap((article) => {
    const { rows, locale, text } = article;
    const cell = cellReader(type, article.values);
    const facts = {
      locale: shape.localized ? locale : null,
      dateEarliest: cell(columnOf(type, 'dateEarliest')),
      dateLatest: cell(columnOf(type, 'dateLatest')),
      dateBasis: cell(columnOf(type, 'dateBasis')),
      section: shape.section === null ? null : cell(shape.section),
      changed,
    };
    const row = (rowId: number, published: boolean): ArticleFacts => ({
      ...facts,
      rowId,
      published,
      links: linkedRows(attributes, article, published),
    });
    const own = shape.draftAndPublish ? [row(rows.draft, false)] : [row(rows.draft, true)];
    if (shape.draftAndPublish && rows.published !== null) own.push(row(rows.published, true));
    return own.map((facts) => documentOf(facts, text));
  });
  const backend = backendFor(trx);
  await backend.add(trx, shape, documents);
  await backend.addCounts(trx, shape, differences([], documents));
}

/** As the database tells it; one time for all, since one transaction inserted them. */
async function timeOfChange(trx: Knex.Transaction, { table }: SearchShape, rowId: number): Promise<string> {
  const row: { changed: string } | undefined = await trx(table)
    .where({ id: rowId })
    .first(trx.raw('cast(updated_at as varchar(40)) as changed'));
  return row?.changed ?? '';
}

/** Reads the text that a column will hold; null where it holds none. */
function cellReader(type: TypePlan, values: Values): (column: string) => string | null {
  const attributes = attributesByColumn(type);
  return (column) => {
    const name = attributes.get(column);
    const plan = name === undefined ? undefined : type.columns[name];
    if (name === undefined || plan === undefined) return null;
    const value = values[name];
    const cell = value === undefined ? plan.fallback : cellOf(plan, value);
    return typeof cell === 'string' ? cell : null;
  };
}

const byColumn = new WeakMap<TypePlan, ReadonlyMap<string, string>>();

/** A plan does not change while it is used. */
function attributesByColumn(type: TypePlan): ReadonlyMap<string, string> {
  const known = byColumn.get(type);
  if (known) return known;
  const made = new Map(Object.entries(type.columns).map(([name, { column }]) => [column, name]));
  byColumn.set(type, made);
  return made;
}

function columnOf(type: TypePlan, attribute: string): string {
  return type.columns[attribute]?.column ?? '';
}

function linkAttributes({ links }: SearchShape, type: TypePlan): [LinkKind, string][] {
  const attributeOf = (table: string) =>
    Object.entries(type.links).find(([, link]) => link.table === table)?.[0];
  return Object.entries(links).flatMap(([kind, link]: [string, LinkPlan]): [LinkKind, string][] => {
    const attribute = attributeOf(link.table);
    return attribute === undefined ? [] : [[kind as LinkKind, attribute]];
  });
}

function linkedRows(
  attributes: readonly (readonly [LinkKind, string])[],
  { links }: InsertedArticle,
  published: boolean,
): ArticleFacts['links'] {
  return Object.fromEntries(
    attributes.map(([kind, attribute]) => {
      const rows = (links[attribute] ?? []).flatMap(
        (target) => (published ? target.published : target.draft) ?? [],
      );
      return [kind, rows.sort((a, b) => a - b)];
    }),
  );
}
