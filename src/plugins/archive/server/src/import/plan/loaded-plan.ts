import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Knex } from 'knex';

import { loadPlan } from './load-plan';
import type { WritePlan } from './write-plan';

/** The plan of the running site. @throws ApplicationError where it was never stored, which a start would have done. */
export async function loadedPlan(strapi: Core.Strapi, knex: Knex = strapi.db.connection): Promise<WritePlan> {
  const plan = await loadPlan(knex);
  if (!plan) throw new errors.ApplicationError('The site has not stored its write plan. Start it again.');
  return plan;
}
