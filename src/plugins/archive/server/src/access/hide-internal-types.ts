import type { Core } from '@strapi/strapi';

import { HIDDEN_TYPES } from '../plugin-id';

/** Keeps the types that hold the works' own rows out of the GraphQL schema. REST has no routes for them. */
export function hideInternalTypes(strapi: Core.Strapi): void {
  const graphql = strapi.plugin('graphql');
  if (!graphql) return;
  for (const uid of HIDDEN_TYPES) graphql.service('extension').shadowCRUD(uid).disable();
}
