import type { Knex } from 'knex';

import { typeOf, type WritePlan } from '../import/plan/write-plan';
import type { NamedRecord } from '../import/resolve/read-authority-names';
import { MENTION_ARTICLES, MENTIONS } from '../mentions/mention-tables';
import { readRecords } from './read-record';

export interface PageRange {
  readonly page: number;
  readonly pageSize: number;
}

/** What the page of an entity shows; published articles only. */
export interface EntityPage {
  readonly documentId: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly kind: string | null;
  readonly reviewState: string;
  /** The record that took its place; everything below is then that one's. */
  readonly mergedInto: string | null;
  readonly articles: {
    readonly total: number;
    readonly data: readonly {
      readonly documentId: string;
      readonly locale: string | null;
      readonly title: string | null;
      readonly dateEdtf: string | null;
      readonly mentions: number;
      readonly confidence: number;
    }[];
  };
  /** Articles a year, undated ones left out. */
  readonly years: readonly { readonly year: number; readonly articles: number }[];
  /** Entities that share most articles with it. */
  readonly together: readonly {
    readonly documentId: string;
    readonly name: string;
    readonly articles: number;
  }[];
}

const MOST_TOGETHER = 20;

/** Null where there is no such entity. */
export async function entityPage(
  knex: Knex,
  plan: WritePlan,
  documentId: string,
  range: PageRange,
): Promise<EntityPage | null> {
  const records = await readRecords(knex, plan, null);
  const asked = records.get(documentId);
  if (asked === undefined) return null;
  const record = survivorOf(records, asked);
  const family = [...records.values()].filter((one) => survivorOf(records, one) === record);
  const ids = family.map((one) => one.documentId);
  return {
    documentId: record.documentId,
    name: record.name,
    names: [...new Set(family.flatMap(({ names }) => names))],
    kind: record.kind,
    reviewState: record.state,
    mergedInto: record === asked ? null : record.documentId,
    articles: await articlesOf(knex, plan, ids, range),
    years: await yearsOf(knex, plan, ids),
    together: await togetherWith(knex, plan, records, ids),
  };
}

function survivorOf(records: ReadonlyMap<string, NamedRecord>, record: NamedRecord): NamedRecord {
  const seen = new Set<string>();
  let last = record;
  while (last.mergedInto !== null && !seen.has(last.documentId)) {
    seen.add(last.documentId);
    last = records.get(last.mergedInto) ?? { ...last, mergedInto: null };
  }
  return last;
}

function published(knex: Knex, plan: WritePlan, ids: readonly string[]) {
  const { table, localized, draftAndPublish } = typeOf(plan, plan.content.article?.uid ?? '');
  const query = knex({ m: MENTIONS })
    .join({ a: MENTION_ARTICLES }, 'a.id', 'm.article')
    .join({ x: table }, function () {
      this.on('x.document_id', 'a.target');
      if (localized) this.andOn('x.locale', 'a.locale');
    })
    .whereIn('m.entity', [...ids]);
  return draftAndPublish ? query.whereNotNull('x.published_at') : query;
}

async function articlesOf(
  knex: Knex,
  plan: WritePlan,
  ids: readonly string[],
  { page, pageSize }: PageRange,
): Promise<EntityPage['articles']> {
  const { columns } = typeOf(plan, plan.content.article?.uid ?? '');
  const title = columns[plan.content.article?.attributes.title ?? '']?.column;
  const [count]: { total: number | string }[] = await published(knex, plan, ids).countDistinct({
    total: 'x.id',
  });
  const rows: Record<string, unknown>[] = await published(knex, plan, ids)
    .groupBy('x.id')
    .orderBy([
      { column: 'x.date_earliest', order: 'desc' },
      { column: 'x.id', order: 'desc' },
    ])
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .select(
      'x.document_id',
      'x.locale',
      'x.date_edtf',
      title ? knex.raw('?? as title', [`x.${title}`]) : knex.raw('null as title'),
    )
    // Two brackets and a comma stand around every pair of numbers.
    .select(knex.raw("sum((length(m.spans) - length(replace(m.spans, ',', '')) + 1) / 2) as mentions"))
    .select(knex.raw('max(m.confidence) as confidence'));
  return {
    total: Number(count?.total ?? 0),
    data: rows.map((row) => ({
      documentId: String(row['document_id']),
      locale: textOf(row['locale']),
      title: textOf(row['title']),
      dateEdtf: textOf(row['date_edtf']),
      mentions: Number(row['mentions']),
      confidence: Number(row['confidence']),
    })),
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** An interval of years says nothing of one: only what is dated within a year counts. */
async function yearsOf(knex: Knex, plan: WritePlan, ids: readonly string[]): Promise<EntityPage['years']> {
  const year = (column: string) => knex.raw('substr(cast(?? as varchar(10)), 1, 4)', [column]);
  const rows: { year: string; articles: number | string }[] = await published(knex, plan, ids)
    .whereNotNull('x.date_earliest')
    .where(year('x.date_earliest'), '=', year('x.date_latest'))
    .groupByRaw('substr(cast(x.date_earliest as varchar(10)), 1, 4)')
    .select({ year: year('x.date_earliest') })
    .countDistinct({ articles: 'x.id' });
  return rows
    .map((row) => ({ year: Number(row.year), articles: Number(row.articles) }))
    .sort((one, other) => one.year - other.year);
}

async function togetherWith(
  knex: Knex,
  plan: WritePlan,
  records: ReadonlyMap<string, NamedRecord>,
  ids: readonly string[],
): Promise<EntityPage['together']> {
  const own = published(knex, plan, ids).distinct('m.article');
  const rows: { entity: string; articles: number | string }[] = await knex(MENTIONS)
    .whereIn('article', own)
    .whereNotNull('entity')
    .whereNotIn('entity', [...ids])
    .groupBy('entity')
    .orderBy('articles', 'desc')
    .limit(MOST_TOGETHER)
    .select('entity')
    .countDistinct({ articles: 'article' });
  return rows.flatMap(({ entity, articles }) => {
    const record = records.get(entity);
    if (record === undefined) return [];
    const { documentId, name } = survivorOf(records, record);
    return [{ documentId, name, articles: Number(articles) }];
  });
}
