import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { PLUGIN_ID } from '../plugin-id';
import { readSearchRequest, readTimelineUnit } from './search-request';
import type { SearchService } from './search-service';

/** `GET /api/archive/search` and `/timeline`. */
export function createSearchController({ strapi }: { strapi: Core.Strapi }) {
  const service = (): SearchService => strapi.plugin(PLUGIN_ID).service('search');
  return {
    async find(context: Context) {
      context.body = await service().search(readSearchRequest(context.query));
    },
    async timeline(context: Context) {
      context.body = await service().timeline(
        readSearchRequest(context.query),
        readTimelineUnit(context.query),
      );
    },
  };
}

export const searchRoutes = [
  { method: 'GET', path: '/search', handler: 'search.find', config: {} },
  { method: 'GET', path: '/timeline', handler: 'search.timeline', config: {} },
];
