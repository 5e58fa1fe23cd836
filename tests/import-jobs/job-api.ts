import { setTimeout as wait } from 'node:timers/promises';

import type { Site } from '../harness/boot-site';
import { PROFILE } from '../harness/invented-paper';
import type { JobView } from '../../src/plugins/archive/shared/job-api';

const ENDED = ['completed', 'completedWithIssues', 'failed', 'cancelled', 'rolledBack', 'paused'];

export interface Answer {
  readonly status: number;
  readonly body: { data: unknown; error?: { message: string } };
  readonly text: string;
}

export interface CallOptions {
  readonly method?: string;
  /** An API token or an admin's; null for nobody. */
  readonly key?: string | null;
  readonly body?: unknown;
  readonly form?: FormData;
}

/** Requests to a site that listens, with an API token of its own. */
export interface JobApi {
  call(address: string, options?: CallOptions): Promise<Answer>;
  post(address: string, body?: unknown): Promise<Answer>;
  /** Starts a job with the invented paper's profile. */
  start(request: Record<string, unknown>): Promise<JobView>;
  view(id: number): Promise<JobView>;
  until(id: number, is: (job: JobView) => boolean): Promise<JobView>;
  untilEnded(id: number): Promise<JobView>;
}

/** `site` is asked for each request, since a test may boot another one. */
export async function jobApi(site: () => Site): Promise<JobApi> {
  const { strapi } = site();
  const definition = { ...PROFILE, language: 'en' };
  await strapi.documents('plugin::archive.profile' as 'api::article.article').create({
    data: { name: PROFILE.name, version: 1, title: PROFILE.title, definition } as never,
  });
  const created = await strapi
    .service('admin::api-token')
    .create({ name: 'jobs', description: '', type: 'full-access', lifespan: null });
  const token = created.accessKey as string;
  const call: JobApi['call'] = (address, options = {}) => request(site().url ?? '', address, token, options);
  const post: JobApi['post'] = (address, body = {}) => call(address, { method: 'POST', body });
  const view = async (id: number) => (await call(`/api/archive/jobs/${id}`)).body.data as JobView;
  const until: JobApi['until'] = async (id, is) => {
    for (let time = 0; time < 2400; time += 1) {
      const job = await view(id);
      if (is(job)) return job;
      await wait(50);
    }
    throw new Error(`Job ${id} never got there: ${JSON.stringify(await view(id))}`);
  };
  return {
    call,
    post,
    async start(wish) {
      const { status, text, body } = await post('/api/archive/jobs', { profile: PROFILE.name, ...wish });
      if (status !== 202) throw new Error(text);
      return body.data as JobView;
    },
    view,
    until,
    untilEnded: (id) => until(id, ({ state }) => ENDED.includes(state)),
  };
}

async function request(
  url: string,
  address: string,
  token: string,
  { method = 'GET', key = token, body, form }: CallOptions,
): Promise<Answer> {
  const response = await fetch(`${url}${address}`, {
    method,
    headers: {
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(form === undefined ? {} : { body: form }),
  });
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('application/json') ?? false;
  return { status: response.status, text, body: (json ? JSON.parse(text) : {}) as Answer['body'] };
}
