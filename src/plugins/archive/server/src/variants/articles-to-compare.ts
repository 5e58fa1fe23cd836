import type { Knex } from 'knex';

import { typeOf, type WritePlan } from '../import/plan/write-plan';
import type { VariantFacts } from '../../../core/dedupe/variant-reason';
import type { ArticleVersion } from '../mentions/stored-mention';
import { versionName } from '../mentions/stored-mention';
import { textToCompare } from './packed-signature';

/** An article as far as comparing it with others needs it. */
export interface ComparedArticle extends ArticleVersion {
  readonly facts: VariantFacts;
  readonly text: string;
  /** Numbers of its rows. */
  readonly draft: number | null;
  readonly published: number | null;
  /** The article that it is a version of already; document ID. */
  readonly variantOf: string | null;
}

interface Row {
  id: number;
  target: string;
  locale: string | null;
  publishedAt: unknown;
  title: string | null;
  body: string | null;
  byline: string | null;
  date: string | Date | null;
  source: string | null;
  variantOf: string | null;
}

/** The given articles with their texts, by `target/locale`; those that are gone are left out. */
export async function articlesToCompare(
  knex: Knex,
  plan: WritePlan,
  versions: readonly ArticleVersion[],
): Promise<Map<string, ComparedArticle>> {
  const rows = await readRows(knex, plan, [...new Set(versions.map(({ target }) => target))]);
  const wanted = new Set(versions.map(versionName));
  const byVersion = new Map<string, Row[]>();
  for (const row of rows) {
    const name = versionName({ target: row.target, locale: row.locale ?? '' });
    if (wanted.has(name)) byVersion.set(name, [...(byVersion.get(name) ?? []), row]);
  }
  return new Map(
    [...byVersion].flatMap(([name, own]) => {
      const article = articleOf(own);
      return article === null ? [] : [[name, article] as const];
    }),
  );
}

function articleOf(rows: readonly Row[]): ComparedArticle | null {
  const draft = rows.find((row) => row.publishedAt === null);
  const published = rows.find((row) => row.publishedAt !== null);
  const row = draft ?? published;
  if (row === undefined) return null;
  const date = row.date instanceof Date ? row.date.toISOString().slice(0, 10) : row.date;
  return {
    target: row.target,
    locale: row.locale ?? '',
    facts: { source: row.source, byline: row.byline, date },
    text: textToCompare(row.title, row.body),
    draft: draft?.id ?? null,
    published: published?.id ?? null,
    variantOf: rows.find((one) => one.variantOf !== null)?.variantOf ?? null,
  };
}

async function readRows(knex: Knex, plan: WritePlan, targets: readonly string[]): Promise<Row[]> {
  const content = plan.content.article;
  const type = typeOf(plan, content?.uid ?? '');
  const select = (name: string | null | undefined, as: string) => {
    const column = name ? type.columns[name]?.column : undefined;
    return column ? knex.ref(`article.${column}`).as(as) : knex.raw('null as ??', [as]);
  };
  const source = content?.attributes.source ? type.links[content.attributes.source] : undefined;
  const variant = content?.attributes.variantOf ? type.links[content.attributes.variantOf] : undefined;
  const query = knex({ article: type.table })
    .whereIn('article.document_id', [...targets])
    .orderBy('article.id');
  if (source) void query.leftJoin({ source: source.table }, `source.${source.from}`, 'article.id');
  if (variant) {
    void query
      .leftJoin({ link: variant.table }, `link.${variant.from}`, 'article.id')
      .leftJoin({ original: type.table }, `link.${variant.to}`, 'original.id');
  }
  const rows: Row[] = await query.select(
    {
      id: 'article.id',
      target: 'article.document_id',
      locale: 'article.locale',
      publishedAt: 'article.published_at',
    },
    select(content?.attributes.title, 'title'),
    select(content?.attributes.body, 'body'),
    select(content?.attributes.byline, 'byline'),
    select('dateEarliest', 'date'),
    source
      ? knex.raw('cast(?? as varchar(20)) as source', [`source.${source.to}`])
      : knex.raw('null as source'),
    variant ? { variantOf: 'original.document_id' } : knex.raw('null as ??', ['variantOf']),
  );
  return rows;
}
