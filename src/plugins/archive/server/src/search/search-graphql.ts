import type { Core } from '@strapi/strapi';

import { PLUGIN_ID } from '../plugin-id';
import { readSearchRequest, readTimelineUnit } from './search-request';
import type { SearchService } from './search-service';

const FILTERS = `q: String, from: String, to: String, source: String, era: String, entity: String,
  section: String, locale: String, hasMedia: Boolean, undated: Boolean`;

const TYPES = `
  type ArchiveTotal { value: Int! exact: Boolean! }
  type ArchiveQueryProblem { code: String! start: Int! end: Int! }
  type ArchiveFoundArticle {
    documentId: ID! locale: String slug: String title: String! titleHtml: String! excerptHtml: String!
    byline: String section: String dateEdtf: String dateEarliest: String dateLatest: String dateBasis: String
    legacyId: String changedAt: String! score: Float
  }
  type ArchiveFacetValue { value: String! label: String! count: Int! }
  type ArchiveFacetValues { facet: String! values: [ArchiveFacetValue!]! }
  type ArchiveFacets { counted: Int! exact: Boolean! facets: [ArchiveFacetValues!]! }
  type ArchiveSearch {
    data: [ArchiveFoundArticle!]! total: ArchiveTotal! next: String facets: ArchiveFacets
    didYouMean: String problems: [ArchiveQueryProblem!]!
  }
  type ArchiveTimelineEntry { date: String! count: Int! }
  type ArchiveTimeline {
    data: [ArchiveTimelineEntry!]! by: String! uncertain: Int! undated: Int! problems: [ArchiveQueryProblem!]!
  }
  type Query {
    "The articles that a search finds; the same as GET /api/archive/search."
    archiveSearch(${FILTERS}, sort: String, pageSize: Int, cursor: String, facets: String): ArchiveSearch!
    "How many articles a search finds in each year, month or day; the same as GET /api/archive/timeline."
    archiveTimeline(${FILTERS}, by: String): ArchiveTimeline!
  }
`;

/** The same searches over GraphQL, with the same rights. */
export function addSearchToGraphql(strapi: Core.Strapi): void {
  const graphql = strapi.plugin('graphql');
  if (!graphql) return;
  const service = (): SearchService => strapi.plugin(PLUGIN_ID).service('search');
  type Arguments = Readonly<Record<string, unknown>>;
  graphql.service('extension').use({
    typeDefs: TYPES,
    resolvers: {
      Query: {
        async archiveSearch(_: unknown, parameters: Arguments) {
          const { data, meta } = await service().search(readSearchRequest(parameters));
          const values = Object.entries(meta.facets?.values ?? {});
          const facets = meta.facets && {
            ...meta.facets,
            facets: values.map(([facet, found]) => ({ facet, values: found })),
          };
          return { data, ...meta, facets };
        },
        async archiveTimeline(_: unknown, parameters: Arguments) {
          const { data, meta } = await service().timeline(
            readSearchRequest(parameters),
            readTimelineUnit(parameters),
          );
          return { data, ...meta };
        },
      },
    },
    resolversConfig: {
      'Query.archiveSearch': { auth: { scope: [`plugin::${PLUGIN_ID}.search.find`] } },
      'Query.archiveTimeline': { auth: { scope: [`plugin::${PLUGIN_ID}.search.timeline`] } },
    },
  });
}
