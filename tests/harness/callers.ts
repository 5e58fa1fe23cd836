import request from 'supertest';

import type { Site } from './boot-site';

/** What a request answered. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly data?: unknown; readonly error?: { readonly message: string } };
  readonly text: string;
}

/** Sends requests as somebody. */
export interface Caller {
  get(address: string): Promise<Reply>;
  post(address: string, body?: object): Promise<Reply>;
}

const PERSON = {
  email: 'archivist@lantern.example',
  password: 'Reading-room-4',
  firstname: 'Ada',
  lastname: 'Roe',
};

/** Somebody with an API token that may do everything. */
export async function tokenCaller(site: Site): Promise<Caller> {
  const created: { accessKey: string } = await site.strapi
    .service('admin::api-token')
    .create({ name: 'reading room', description: '', type: 'full-access', lifespan: null });
  return callerWith(site, created.accessKey);
}

/** An administrator who may do everything. */
export async function adminCaller(site: Site): Promise<Caller> {
  const { strapi } = site;
  const role: { id: number } = await strapi.service('admin::role').getSuperAdmin();
  await strapi.service('admin::user').create({ ...PERSON, isActive: true, roles: [role.id] });
  const { email, password } = PERSON;
  const login = await callerWith(site, null).post('/admin/login', { email, password });
  return callerWith(site, (login.body.data as { token: string }).token);
}

/** Anybody, without a token. */
export function publicCaller(site: Site): Caller {
  return callerWith(site, null);
}

function callerWith({ strapi }: Site, key: string | null): Caller {
  const headers = key === null ? {} : { authorization: `Bearer ${key}` };
  const server = strapi.server.httpServer;
  return {
    get: async (address) => replyOf(await request(server).get(address).set(headers)),
    post: async (address, body = {}) => replyOf(await request(server).post(address).set(headers).send(body)),
  };
}

function replyOf({ status, headers, body, text }: request.Response): Reply {
  return { status, headers: headers as Reply['headers'], body: body as Reply['body'], text };
}
