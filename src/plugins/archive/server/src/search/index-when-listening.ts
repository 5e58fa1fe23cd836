import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

import type { ArchiveConfig } from '../config/archive-config';
import { backendFor, indexQueued } from './search-index';
import type { SearchShape } from './search-shape';
import { siteShape } from './site-shape';

/** How often the queue is looked at, in milliseconds: what wrote without indexing is found within a second. */
const LOOK_EVERY = 500;
/** Rows of one transaction, few enough that an editor's save beside it hardly waits. */
const ROWS_AT_ONCE = 200;
/** Looks between two clean-ups. */
const TIDY_AFTER = 20;

/** Indexes while the server serves what nobody indexed in a transaction of their own. */
export function indexWhenListening(strapi: Core.Strapi, config: ArchiveConfig): void {
  const shape = siteShape(strapi, config);
  if (!shape) return;
  strapi.server.httpServer.once('listening', () => {
    let isWorking = false;
    let looks = 0;
    const look = async () => {
      if (isWorking) return;
      isWorking = true;
      try {
        await workOff(strapi.db.connection, shape);
        looks += 1;
        if (looks % TIDY_AFTER === 0)
          await backendFor(strapi.db.connection).tidy(strapi.db.connection, shape);
      } catch (error) {
        strapi.log.warn(
          `archive: the search queue waits: ${error instanceof Error ? error.message : String(error)}`,
        );
      } finally {
        isWorking = false;
      }
    };
    const timer = setInterval(() => void look(), LOOK_EVERY);
    strapi.server.httpServer.once('close', () => {
      clearInterval(timer);
    });
  });
}

/** Indexes all that is queued, in short transactions; returns how many rows that were. */
export async function workOff(
  knex: Knex,
  shape: SearchShape,
  { all = false, told = () => undefined }: { all?: boolean; told?: (done: number) => void } = {},
): Promise<number> {
  const backend = backendFor(knex);
  let done = 0;
  while (!(await backend.isQueueEmpty(knex, shape))) {
    const step = await knex.transaction(async (trx) => {
      // The first statement writes, so that SQLite gives the write lock now and not half-way.
      await trx(shape.tables.counts).where({ tag: '' }).delete();
      return indexQueued(trx, shape, { most: ROWS_AT_ONCE, all });
    });
    // What is left is being taken by another transaction.
    if (step === 0) break;
    done += step;
    told(done);
  }
  return done;
}
