import { checkSearch } from '../../server/src/search/check-search';
import { workOff } from '../../server/src/search/index-when-listening';
import { backendFor, recount } from '../../server/src/search/search-index';
import type { SearchShape } from '../../server/src/search/search-shape';
import { CommandError, EXIT, type ExitCode } from '../exit-code';
import type { Site } from '../project/open-site';
import { withSite, type Place } from '../project/site-command';
import type { PrintOptions } from './steer';

/** Rows between two remarks on the progress. */
const TELL_EVERY = 10_000;

export interface ReindexOptions extends PrintOptions {
  readonly fresh?: boolean;
}

/**
 * `search reindex`: queues every article and works the queue off, beside a running site. With `--fresh` the index is
 * emptied first, which mends a damaged one; until the end, searches then find less.
 */
export async function searchReindex(options: ReindexOptions, place: Place): Promise<ExitCode> {
  return withSite(place, async (site) => {
    const shape = shapeOf(site);
    const backend = backendFor(site.knex);
    if (options.fresh === true) {
      await backend.clear(site.knex, shape);
      await backend.prepare(site.knex, shape);
    }
    await recount(site.knex, shape);
    await backend.queueAll(site.knex, shape);
    let next = TELL_EVERY;
    const told = (done: number) => {
      if (done < next) return;
      next += TELL_EVERY;
      place.output.remark(`Indexed ${done} rows`);
    };
    const rows = await workOff(site.knex, shape, { all: true, told });
    await place.output.result(
      options.json === true ? JSON.stringify({ rows }) : `The search index is made anew: ${rows} rows.`,
    );
    return EXIT.allWell;
  });
}

/** `search check`: compares the index with the articles, each row of them. */
export async function searchCheck(options: PrintOptions, place: Place): Promise<ExitCode> {
  return withSite(place, async (site) => {
    const check = await checkSearch(site.knex, shapeOf(site));
    const isSound = check.faults.length === 0;
    const text = isSound
      ? `The search index agrees with the database: ${check.rows} rows of articles, ${check.queued} waiting.`
      : [
          `The search index does not agree with the database (${check.rows} rows, ${check.queued} waiting):`,
          ...check.faults.map((fault) => `  ${fault}`),
          'Run "strapi-archive search reindex", with --fresh where the index is damaged.',
        ].join('\n');
    await place.output.result(options.json === true ? JSON.stringify(check) : text);
    return isSound ? EXIT.allWell : EXIT.someRefused;
  });
}

function shapeOf({ plan }: Site): SearchShape {
  if (plan.search) return plan.search;
  throw new CommandError('This site has no search index yet. Start the site once (npm run start).');
}
