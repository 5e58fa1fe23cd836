import { setImmediate as letOthersRun } from 'node:timers/promises';

import type { Knex } from 'knex';

import type { LinkPlan, TypePlan } from '../import/plan/write-plan';
import { isPostgres } from '../import/write/allocate-ids';

/** Articles that are alike in all that statistics tell apart. */
export interface ArticleCount {
  readonly locale: string | null;
  /** Row ID of the record it is linked with. */
  readonly era: number | null;
  readonly source: number | null;
  readonly basis: string | null;
  /** The year of the date; null where it may be in several. */
  readonly year: number | null;
  readonly job: number | null;
  readonly withdrawn: boolean;
  readonly published: boolean;
  readonly rows: number;
}

/** Rows that are counted before others get their turn: SQLite answers in the site's own thread. */
const IDS_A_STEP = 10_000;

/**
 * Counts the rows of a content type in steps of its row numbers, grouped by the database. The index
 * `archive_statistics` holds every column that is read, so that texts are never touched.
 */
export async function countArticles(
  knex: Knex,
  type: TypePlan,
  source: LinkPlan | null,
): Promise<ArticleCount[]> {
  const bounds: { first?: number | null; last?: number | null } | undefined = await knex(type.table)
    .min({ first: 'id' })
    .max({ last: 'id' })
    .first();
  const counts = new Map<string, ArticleCount>();
  const last = bounds?.last ?? 0;
  for (let from = bounds?.first ?? 1; from <= last; from += IDS_A_STEP) {
    for (const count of await countStep(knex, type, source, from)) {
      const { rows, ...alike } = count;
      const name = JSON.stringify(Object.values(alike));
      counts.set(name, { ...alike, rows: rows + (counts.get(name)?.rows ?? 0) });
    }
    await letOthersRun();
  }
  return [...counts.values()];
}

async function countStep(
  knex: Knex,
  type: TypePlan,
  source: LinkPlan | null,
  from: number,
): Promise<ArticleCount[]> {
  const groups: Record<string, Knex.Raw> = {
    locale: type.localized ? knex.ref('article.locale') : knex.raw('null'),
    era: knex.raw('null'),
    source: knex.raw('null'),
    basis: knex.ref('article.date_basis'),
    first: yearOf(knex, 'article.date_earliest'),
    last: yearOf(knex, 'article.date_latest'),
    job: knex.ref('article.import_job'),
    withdrawn: knex.raw('article.withdrawn_at is not null'),
    published: knex.raw('article.published_at is not null'),
  };
  const query = knex({ article: type.table }).whereBetween('article.id', [from, from + IDS_A_STEP - 1]);
  const links = { era: type.links['era'], source };
  for (const [name, link] of Object.entries(links)) {
    if (!link) continue;
    void query.leftJoin({ [name]: link.table }, `${name}.${link.from}`, 'article.id');
    groups[name] = knex.ref(`${name}.${link.to}`);
  }
  const columns = Object.entries(groups).map(([name, value]) => knex.raw('? as ??', [value, name]));
  const rows: Record<string, unknown>[] = await query
    .select(columns)
    .count({ rows: '*' })
    .groupByRaw(
      Object.keys(groups)
        .map((_, place) => String(place + 1))
        .join(', '),
    );
  return rows.map(countOf);
}

function yearOf(knex: Knex, column: string): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw('extract(year from ??)::int', [column])
    : knex.raw('cast(substr(??, 1, 4) as integer)', [column]);
}

function countOf(row: Record<string, unknown>): ArticleCount {
  const number = (name: string) => (row[name] === null ? null : Number(row[name]));
  const text = (name: string) => (typeof row[name] === 'string' ? row[name] : null);
  const first = number('first');
  return {
    locale: text('locale'),
    era: number('era'),
    source: number('source'),
    basis: text('basis'),
    year: first !== null && first === number('last') ? first : null,
    job: number('job'),
    withdrawn: Boolean(row['withdrawn']),
    published: Boolean(row['published']),
    rows: Number(row['rows']),
  };
}
