import type { Knex } from 'knex';

import type { LinkPlan } from '../import/plan/write-plan';
import { isPostgres } from '../import/write/allocate-ids';
import type { ArticleToIndex } from './index-document';
import type { LinkKind, SearchShape } from './search-shape';

type DatabaseRow = Readonly<Record<string, unknown>>;

/**
 * The rows of the given numbers as the index must hold them, in order of their numbers; those that are gone are left
 * out. On PostgreSQL a writer locks the rows first: two transactions that index the same row go one after the other, and
 * the second one reads what the first one committed.
 */
export async function readArticles(
  trx: Knex.Transaction,
  shape: SearchShape,
  ids: readonly number[],
  purpose: 'write' | 'compare',
): Promise<ArticleToIndex[]> {
  if (ids.length === 0) return [];
  if (purpose === 'write' && isPostgres(trx)) {
    await trx(shape.table)
      .whereIn('id', [...ids])
      .orderBy('id')
      .forNoKeyUpdate()
      .select('id');
  }
  const { title, byline, body } = shape.texts;
  const texts = [
    ...new Set([...title, ...byline, ...body, ...(shape.section === null ? [] : [shape.section])]),
  ];
  const optional = [
    ...(shape.draftAndPublish ? ['published_at'] : []),
    ...(shape.localized ? ['locale'] : []),
    ...(shape.withdrawn === null ? [] : [shape.withdrawn]),
  ];
  const rows: DatabaseRow[] = await trx(shape.table)
    .whereIn('id', [...ids])
    .orderBy('id')
    .select('id', 'date_basis', ...texts, ...optional)
    .select(
      trx.raw('cast(date_earliest as varchar(30)) as earliest'),
      trx.raw('cast(date_latest as varchar(30)) as latest'),
      trx.raw('cast(updated_at as varchar(40)) as changed'),
    );
  const links = await readLinks(trx, shape, ids);
  return rows.map((row) => articleOf(shape, row, links));
}

type LinksByKind = Map<LinkKind, Map<number, number[]>>;

async function readLinks(
  trx: Knex.Transaction,
  shape: SearchShape,
  ids: readonly number[],
): Promise<LinksByKind> {
  const links: LinksByKind = new Map();
  for (const kind of ['source', 'era', 'entity', 'media'] as const) {
    const link: LinkPlan | undefined = shape.links[kind];
    if (!link) continue;
    const rows: { from: number; to: number | null }[] = await trx(link.table)
      .whereIn(link.from, [...ids])
      .orderBy(link.to)
      .select({ from: link.from, to: link.to });
    const targets = new Map<number, number[]>();
    for (const { from, to } of rows) {
      if (to === null) continue;
      const known = targets.get(from);
      if (known) known.push(to);
      else targets.set(from, [to]);
    }
    links.set(kind, targets);
  }
  return links;
}

function articleOf(shape: SearchShape, row: DatabaseRow, links: LinksByKind): ArticleToIndex {
  const rowId = Number(row['id']);
  const joined = (columns: readonly string[]) =>
    columns.flatMap((column) => textOf(row[column]) ?? []).join('\n');
  return {
    rowId,
    // What was withdrawn is no reader's, whatever its state.
    published: (!shape.draftAndPublish || row['published_at'] !== null) && !isWithdrawn(shape, row),
    locale: textOf(row['locale']),
    dateEarliest: textOf(row['earliest']),
    dateLatest: textOf(row['latest']),
    dateBasis: textOf(row['date_basis']),
    changed: textOf(row['changed']) ?? '',
    section: shape.section === null ? null : textOf(row[shape.section]),
    texts: {
      title: joined(shape.texts.title),
      byline: joined(shape.texts.byline),
      body: joined(shape.texts.body),
    },
    links: Object.fromEntries([...links].map(([kind, targets]) => [kind, targets.get(rowId) ?? []])),
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function isWithdrawn({ withdrawn }: SearchShape, row: DatabaseRow): boolean {
  return withdrawn !== null && row[withdrawn] !== null;
}
