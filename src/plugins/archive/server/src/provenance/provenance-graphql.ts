import type { Core } from '@strapi/strapi';

import { PLUGIN_ID } from '../plugin-id';
import type { ProvenanceService } from './provenance-service';

interface Asked {
  readonly documentId: string;
  readonly locale?: string | null;
  readonly field: string;
}

/** `archiveProvenance` and `archiveFieldProvenance`, each behind the action of the REST route that says the same. */
export function serveProvenanceOverGraphql(strapi: Core.Strapi): void {
  const graphql = strapi.plugin('graphql');
  if (!graphql) return;
  const service = (): ProvenanceService => strapi.plugin(PLUGIN_ID).service('provenance');
  const article = (_: unknown, { documentId, locale }: Asked) =>
    service().article(documentId, locale ?? null);
  const field = (_: unknown, asked: Asked) =>
    service().field(asked.documentId, asked.locale ?? null, asked.field);
  graphql.service('extension').use(() => ({
    typeDefs: `
      type Query {
        "Every import of an article and the evidence of its fields."
        archiveProvenance(documentId: ID!, locale: String): JSON
        "Where one field comes from, with the excerpt of the dump."
        archiveFieldProvenance(documentId: ID!, locale: String, field: String!): JSON
      }`,
    resolvers: { Query: { archiveProvenance: article, archiveFieldProvenance: field } },
    resolversConfig: {
      'Query.archiveProvenance': { auth: { scope: [`plugin::${PLUGIN_ID}.provenance.article`] } },
      'Query.archiveFieldProvenance': { auth: { scope: [`plugin::${PLUGIN_ID}.provenance.field`] } },
    },
  }));
}
