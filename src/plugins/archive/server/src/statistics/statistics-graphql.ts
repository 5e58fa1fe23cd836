import type { Core } from '@strapi/strapi';

import { PLUGIN_ID } from '../plugin-id';
import type { StatisticsService } from './statistics-service';

/** `archiveStatistics`, behind the action of the REST route that says the same. */
export function serveStatisticsOverGraphql(strapi: Core.Strapi): void {
  const graphql = strapi.plugin('graphql');
  if (!graphql) return;
  const service = (): StatisticsService => strapi.plugin(PLUGIN_ID).service('statistics');
  graphql.service('extension').use(() => ({
    typeDefs: `
      type Query {
        "How many articles there are by era, source, year and job, and what their dates rest on."
        archiveStatistics: JSON
      }`,
    resolvers: { Query: { archiveStatistics: () => service().read() } },
    resolversConfig: {
      'Query.archiveStatistics': { auth: { scope: [`plugin::${PLUGIN_ID}.statistics.find`] } },
    },
  }));
}
