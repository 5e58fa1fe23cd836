import type { Core } from '@strapi/strapi';

interface Authenticated {
  readonly strategy?: { readonly name?: string };
  readonly credentials?: unknown;
}

/** `api-token` is the name of older Strapi versions. */
const PUBLIC_STRATEGIES = new Set(['users-permissions', 'content-api-token', 'api-token']);

/** Whether a request of the content API (REST or GraphQL) is being answered, rather than one of the admin. */
export function isPublicRequest(strapi: Core.Strapi): boolean {
  const name = authOf(strapi)?.strategy?.name;
  return name !== undefined && PUBLIC_STRATEGIES.has(name);
}

/** Whether a request of the content API is being answered that came without a login and without a token. */
export function isAnonymousRequest(strapi: Core.Strapi): boolean {
  const auth = authOf(strapi);
  return auth?.strategy?.name === 'users-permissions' && !auth.credentials;
}

function authOf(strapi: Core.Strapi): Authenticated | undefined {
  const state = strapi.requestContext.get()?.state as { auth?: Authenticated } | undefined;
  return state?.auth;
}
