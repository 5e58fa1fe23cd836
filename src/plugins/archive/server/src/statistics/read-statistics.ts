import type { Knex } from 'knex';

import type { JobFigures, NamedFigures, StatisticsView } from '../../../shared/statistics-api';
import { readJobs } from '../import/job/job-row';
import { typeOf, type LinkPlan, type WritePlan } from '../import/plan/write-plan';
import { articleFigures, grouped } from './article-figures';
import { countArticles, type ArticleCount } from './count-articles';

/** Counts the articles of a site by era, source, year and job. */
export async function readStatistics(knex: Knex, plan: WritePlan, now: Date): Promise<StatisticsView> {
  const type = typeOf(plan, plan.content.article?.uid ?? '');
  const sourceAttribute = plan.content.article?.attributes['source'] ?? null;
  const source = type.links[sourceAttribute ?? ''] ?? null;
  const counts = await countArticles(knex, type, source);
  const figures = (own: readonly ArticleCount[]) => articleFigures(own, type.draftAndPublish);
  const jobs = await jobFigures(knex, plan, counts, figures);
  return {
    countedAt: now.toISOString(),
    contentType: type.uid,
    sourceAttribute,
    total: { ...figures(counts), quarantined: jobs.reduce((sum, job) => sum + job.quarantined, 0) },
    eras: await named(
      knex,
      plan,
      type.links['era'] ?? null,
      grouped(counts, ({ era }) => era),
      figures,
    ),
    sources: await named(
      knex,
      plan,
      source,
      grouped(counts, (one) => one.source),
      figures,
    ),
    years: [...grouped(counts, ({ year }) => year)]
      .map(([year, own]) => ({ year, ...figures(own) }))
      .sort((one, other) => (one.year ?? Infinity) - (other.year ?? Infinity)),
    jobs,
  };
}

type Figures = (own: readonly ArticleCount[]) => ReturnType<typeof articleFigures>;

async function named(
  knex: Knex,
  plan: WritePlan,
  link: LinkPlan | null,
  groups: Map<number | null, ArticleCount[]>,
  figures: Figures,
): Promise<NamedFigures[]> {
  const target = link ? plan.types[link.target] : undefined;
  const name = target?.columns['name']?.column;
  if (!target || name === undefined) return [];
  const ids = [...groups.keys()].filter((id) => id !== null);
  const rows: { id: number; documentId: string; name: string | null }[] = [];
  for (let from = 0; from < ids.length; from += IDS_A_QUERY) {
    const query = knex(target.table).select('id', { documentId: 'document_id', name });
    rows.push(...(await query.whereIn('id', ids.slice(from, from + IDS_A_QUERY))));
  }
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [...groups]
    .map(([id, own]) => {
      const record = id === null ? undefined : byId.get(id);
      return { documentId: record?.documentId ?? null, name: record?.name ?? null, ...figures(own) };
    })
    .sort((one, other) => other.articles - one.articles);
}

const IDS_A_QUERY = 1000;

/** Every job, with or without articles, and what no import wrote. A roll-back took back what a job had left to people. */
async function jobFigures(
  knex: Knex,
  plan: WritePlan,
  counts: readonly ArticleCount[],
  figures: Figures,
): Promise<JobFigures[]> {
  const groups = grouped(counts, ({ job }) => job);
  const jobs = (await readJobs(knex, plan)).map((job) => ({
    job: job.id,
    state: job.state,
    records: job.recordsRead,
    quarantined: job.state === 'rolledBack' ? 0 : job.tally.quarantined,
    ...figures(groups.get(job.id) ?? []),
  }));
  const none = groups.get(null);
  const without = { job: null, state: null, records: 0, quarantined: 0 };
  return none ? [...jobs, { ...without, ...figures(none) }] : jobs;
}
