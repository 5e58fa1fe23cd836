import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

import type { EventView } from '../../../shared/archive-api';
import { loadedPlan } from '../import/plan/loaded-plan';
import { actorOfRequest } from './actor';
import { addEvent, type ArchiveEvent } from './archive-event';
import { readEvents, type EventFilter } from './read-events';

/** The append-only log: for the admin and the API, and for other parts of the site that have something to note. */
export interface EventService {
  /** Newest first. */
  list(filter: EventFilter): Promise<EventView[]>;
  /** Adds a row within the caller's transaction; who is asking is found out where `actor` is not said. */
  add(trx: Knex.Transaction, event: Omit<ArchiveEvent, 'actor'> & { readonly actor?: string }): Promise<void>;
}

export function createEventService({ strapi }: { strapi: Core.Strapi }): EventService {
  return {
    async list(filter) {
      return readEvents(strapi.db.connection, await loadedPlan(strapi), filter);
    },
    async add(trx, event) {
      const plan = await loadedPlan(strapi, trx);
      await addEvent(trx, plan, { actor: actorOfRequest(strapi), ...event }, new Date());
    },
  };
}
