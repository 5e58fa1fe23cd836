import { setImmediate } from 'node:timers/promises';

import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

import { steadily } from '../import/job/database-faults';
import { loadPlan } from '../import/plan/load-plan';
import type { WritePlan } from '../import/plan/write-plan';
import { carryOutChanges } from './carry-out-change';
import { ENTITY_CHANGES } from './change-table';
import { ChangeRefused } from './change-refused';
import { forgetDistinct, noteChange } from './entity-change';
import { entityPage, type EntityPage, type PageRange } from './entity-page';
import { mergeQueue, type MergeQueue } from './merge-queue';
import { rememberedComparison } from './remembered-comparison';
import { mergeRecords, unmergeRecord } from './merge-records';
import { splitRecord, type Split } from './split-record';

/** Entities as people work on them: merge, split, what may be the same, what an entity's page shows. */
export interface EntityService {
  merge(from: readonly string[], into: string): Promise<void>;
  unmerge(documentId: string): Promise<void>;
  /** The new record's document ID. */
  split(split: Split): Promise<string>;
  /** These two are not the same, however alike their names. */
  keepApart(one: string, other: string): Promise<void>;
  /** They may be the same after all. */
  forgetApart(one: string, other: string): Promise<void>;
  queue(most: number, entity: string | null): Promise<MergeQueue>;
  page(documentId: string, range: PageRange): Promise<EntityPage | null>;
  /** Lets mentions and links follow what was decided, in batches, behind the scenes. */
  carryOut(): void;
  /** Waits until they have. */
  settled(): Promise<void>;
}

export function createEntityService({ strapi }: { strapi: Core.Strapi }): EntityService {
  const knex = strapi.db.connection;
  const comparisons = rememberedComparison();
  let last: Promise<void> = Promise.resolve();
  const plan = async (): Promise<WritePlan> => {
    const stored = await loadPlan(knex);
    if (!stored) throw new errors.ApplicationError('The site has not stored its write plan. Start it again.');
    return stored;
  };
  const change = async <Result>(write: (trx: Knex.Transaction, site: WritePlan) => Promise<Result>) => {
    const site = await plan();
    const result = await asAnswer(() => locked(knex, (trx) => write(trx, site)));
    service.carryOut();
    return result;
  };
  const service: EntityService = {
    merge: (from, into) =>
      change(async (trx, site) => {
        for (const one of from) await mergeRecords(trx, site, one, into);
      }),
    unmerge: (documentId) => change((trx, site) => unmergeRecord(trx, site, documentId)),
    split: (split) => change((trx, site) => splitRecord(trx, site, split, new Date())),
    keepApart: (one, other) =>
      change((trx) => noteChange(trx, { kind: 'distinct', entity: one, other, names: [], state: 'done' })),
    forgetApart: (one, other) => change((trx) => forgetDistinct(trx, one, other)),
    queue: async (most, entity) => mergeQueue(knex, await plan(), most, entity, comparisons),
    page: async (documentId, range) => entityPage(knex, await plan(), documentId, range),
    carryOut() {
      last = last.then(async () => {
        try {
          const site = await plan();
          const within = async (write: (trx: Knex.Transaction) => Promise<number>) => {
            const count = await locked(knex, write);
            // Requests that wait for the one connection of SQLite have their turn between two batches.
            await setImmediate();
            return count;
          };
          await carryOutChanges({ knex, plan: site, within });
        } catch (error) {
          strapi.log.error(
            `archive: what was decided about entities is not yet carried out: ${String(error)}`,
          );
        }
      });
    },
    settled: () => last,
  };
  return service;
}

/** The first statement writes, so that SQLite gives the write lock now and not half-way. */
async function locked<Result>(
  knex: Knex,
  write: (trx: Knex.Transaction) => Promise<Result>,
): Promise<Result> {
  return steadily(() =>
    knex.transaction(async (trx) => {
      await trx(ENTITY_CHANGES).where({ id: -1 }).update({ id: -1 });
      return write(trx);
    }),
  );
}

async function asAnswer<Result>(attempt: () => Promise<Result>): Promise<Result> {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof ChangeRefused)) throw error;
    if (error.code === 'record-unknown') throw new errors.NotFoundError(error.message);
    throw new errors.ValidationError(error.message, { code: error.code });
  }
}
