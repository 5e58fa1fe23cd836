import request from 'supertest';

import type { Site } from './boot-site';

/** What a REST or GraphQL request answered. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** `GET` without a token; parameters are written as Strapi's REST has them: `filters[slug]`. */
export async function get(
  { strapi }: Site,
  address: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const { status, body } = await request(strapi.server.httpServer).get(address).query(parameters);
  return { status, body };
}

/** A GraphQL query without a token. */
export async function graphql(
  { strapi }: Site,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  const sent = { query, variables };
  const { status, body } = await request(strapi.server.httpServer).post('/graphql').send(sent);
  return { status, body };
}
