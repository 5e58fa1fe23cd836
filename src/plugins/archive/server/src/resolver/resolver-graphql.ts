import type { Core } from '@strapi/strapi';

import { PLUGIN_ID } from '../plugin-id';
import type { ResolverService } from './resolver-service';

interface Asked {
  readonly url?: string | null;
  readonly legacyId?: string | null;
  readonly era?: string | null;
}

/** `archiveResolve`, behind the same action as the REST route. */
export function serveResolverOverGraphql(strapi: Core.Strapi): void {
  const graphql = strapi.plugin('graphql');
  if (!graphql) return;
  const service = (): ResolverService => strapi.plugin(PLUGIN_ID).service('resolver');
  graphql.service('extension').use(() => ({
    typeDefs: `
      type ArchiveResolvedArticle {
        contentType: String!
        documentId: ID!
        locale: String
        slug: String
        url: String!
        key: String!
      }
      type ArchiveResolution {
        "found, ambiguous, withdrawn, erased or not-found"
        outcome: String!
        article: ArchiveResolvedArticle
        articles: [ArchiveResolvedArticle!]
        reason: String
        since: String
      }
      type Query {
        "The article that an old address, or an ID of the old system, means today."
        archiveResolve(url: String, legacyId: String, era: String): ArchiveResolution!
      }`,
    resolvers: {
      Query: {
        archiveResolve(_: unknown, { url, legacyId, era }: Asked) {
          if (url != null) return service().byUrl(url);
          if (legacyId != null) return service().byLegacyId(legacyId, era ?? null);
          return { outcome: 'not-found' };
        },
      },
    },
    resolversConfig: {
      'Query.archiveResolve': { auth: { scope: [`plugin::${PLUGIN_ID}.resolver.resolve`] } },
    },
  }));
}
