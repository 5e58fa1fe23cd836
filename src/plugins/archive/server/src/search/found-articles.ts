import type { Knex } from 'knex';

import type { QueryNode } from '../../../core/search/query-node';
import { markedText, snippet, soughtWords } from '../../../core/search/snippet';
import type { FoundArticle } from '../../../shared/search-api';
import type { TypePlan } from '../import/plan/write-plan';
import { timeOf } from '../import/write/cell-of';
import { rowOfDocument } from './index-document';
import type { Hit } from './search-backend';

/** Characters of an excerpt. */
const EXCERPT = 240;
/** Of a body, no more is read for its excerpt. */
const MOST_BODY = 100_000;

const SCALARS = [
  ...['slug', 'title', 'standfirst', 'byline', 'section'],
  ...['legacyId', 'dateEdtf', 'dateEarliest', 'dateLatest', 'dateBasis'],
] as const;

/** Which attribute of the article type holds a value; null where none does or none may be read. */
export type ReadableAttributes = Readonly<Partial<Record<(typeof SCALARS)[number] | 'body', string>>>;

/** Reads the articles that were found, in their order, with excerpts. What is not published is never read. */
export async function foundArticles(
  knex: Knex,
  type: TypePlan,
  attributes: ReadableAttributes,
  hits: readonly Hit[],
  words: QueryNode | null,
): Promise<FoundArticle[]> {
  if (hits.length === 0) return [];
  const column = (name: keyof ReadableAttributes) => {
    const attribute = attributes[name];
    return attribute === undefined ? undefined : type.columns[attribute]?.column;
  };
  const columns = SCALARS.flatMap((name) => {
    const found = column(name);
    return found === undefined ? [] : [knex.raw('cast(?? as text) as ??', [found, `value_${name}`])];
  });
  const body = column('body');
  if (body !== undefined) columns.push(knex.raw(`substr(??, 1, ${MOST_BODY}) as value_body`, [body]));
  if (type.localized) columns.push(knex.raw('?? as value_locale', ['locale']));
  const rows: Record<string, unknown>[] = await knex(type.table)
    .whereIn(
      'id',
      hits.map(({ doc }) => rowOfDocument(doc)),
    )
    .modify((query) => {
      const withdrawn = type.columns['withdrawnAt']?.column;
      if (withdrawn) void query.whereNull(withdrawn);
      if (type.draftAndPublish) void query.whereNotNull('published_at');
    })
    .select('id', { documentId: 'document_id', changed: 'updated_at' }, ...columns);
  const byId = new Map(rows.map((row) => [Number(row['id']), row]));
  const sought = soughtWords(words);
  return hits.flatMap(({ doc, score }) => {
    const row = byId.get(rowOfDocument(doc));
    return row ? [foundArticle(row, score, sought)] : [];
  });
}

function foundArticle(
  row: Readonly<Record<string, unknown>>,
  score: number | null,
  sought: ReturnType<typeof soughtWords>,
): FoundArticle {
  const value = (name: string) => {
    const cell = row[`value_${name}`];
    return typeof cell === 'string' ? cell : null;
  };
  const title = value('title') ?? '';
  const text = [value('standfirst'), value('body')].filter((part) => part !== null).join('\n');
  return {
    documentId: String(row['documentId']),
    locale: value('locale'),
    slug: value('slug'),
    title,
    titleHtml: markedText(title, sought),
    excerptHtml: snippet(text, sought, EXCERPT),
    byline: value('byline'),
    section: value('section'),
    dateEdtf: value('dateEdtf'),
    dateEarliest: value('dateEarliest'),
    dateLatest: value('dateLatest'),
    dateBasis: value('dateBasis'),
    legacyId: value('legacyId'),
    changedAt: (timeOf(row['changed']) ?? new Date(0)).toISOString(),
    score,
  };
}
