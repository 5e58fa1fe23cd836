import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { PLUGIN_ID } from '../plugin-id';
import type { StatisticsService } from './statistics-service';

/** `GET /archive/statistics`. */
export function createStatisticsController({ strapi }: { strapi: Core.Strapi }) {
  const service = (): StatisticsService => strapi.plugin(PLUGIN_ID).service('statistics');
  return {
    async find(context: Context) {
      context.body = { data: await service().read() };
    },
  };
}
