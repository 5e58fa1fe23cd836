import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { bootSite, type Site } from '../harness/boot-site';
import { pageText, writeProfile, PROFILE, writeDump } from '../harness/invented-paper';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import type { TestDatabase } from '../harness/test-database';
import { sweepUploads } from '../../src/plugins/archive/server/src/jobs/sweep-uploads';
import type { JobView } from '../../src/plugins/archive/shared/job-api';
import { article } from './gazette';
import { preparedDatabase } from './prepared-database';

const ARTICLE = 'api::article.article';
const ENDED = ['completed', 'completedWithIssues', 'failed', 'cancelled', 'rolledBack', 'paused'];

jest.setTimeout(300_000);

interface Answer {
  readonly status: number;
  readonly body: { data: unknown; error?: { message: string } };
  readonly text: string;
}

describe('jobs over HTTP', () => {
  let database: TestDatabase;
  let folder: TemporaryFolder;
  let site: Site;
  let token: string;
  let admin: string;

  const boot = async () => {
    site = await bootSite({
      database,
      listen: true,
      env: { ARCHIVE_IMPORT_ROOTS: path.join(folder.path, 'open'), ARCHIVE_BATCH_RECORDS: '5' },
    });
    site.strapi.config.set('plugin::archive.uploadFolder', path.join(folder.path, 'uploads'));
    site.strapi.config.set('plugin::archive.uploadMaxBytes', 4000);
  };

  async function call(
    address: string,
    {
      method = 'GET',
      key = token,
      body,
      form,
    }: { method?: string; key?: string | null; body?: unknown; form?: FormData } = {},
  ): Promise<Answer> {
    const response = await fetch(`${site.url ?? ''}${address}`, {
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
  const post = (address: string, body: unknown = {}) => call(address, { method: 'POST', body });

  async function start(request: Record<string, unknown>): Promise<JobView> {
    const { status, text, body } = await post('/api/archive/jobs', { profile: PROFILE.name, ...request });
    if (status !== 202) throw new Error(text);
    return body.data as JobView;
  }
  const view = async (id: number) => (await call(`/api/archive/jobs/${id}`)).body.data as JobView;

  async function until(id: number, is: (job: JobView) => boolean): Promise<JobView> {
    for (let time = 0; time < 2400; time += 1) {
      const job = await view(id);
      if (is(job)) return job;
      await wait(50);
    }
    throw new Error(`Job ${id} never got there: ${JSON.stringify(await view(id))}`);
  }
  const untilEnded = (id: number) => until(id, ({ state }) => ENDED.includes(state));

  const uploadTokens = () => readdirSync(path.join(folder.path, 'uploads'));
  const pages = (from: number, count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`${from + n}.txt`, article(from + n)]));

  beforeAll(async () => {
    folder = await temporaryFolder();
    await mkdir(path.join(folder.path, 'secret'), { recursive: true });
    await writeFile(path.join(folder.path, 'secret', 'page.txt'), 'Not for you.\n');
    await writeDump(path.join(folder.path, 'open', 'small'), { ...pages(1, 12), 'empty.txt': '' });
    await writeDump(path.join(folder.path, 'open', 'large'), pages(1000, 400));
    await symlink(path.join(folder.path, 'secret'), path.join(folder.path, 'open', 'way-out'));
    await writeProfile(folder.path);
    database = await preparedDatabase('sqlite');
    await boot();
    const { strapi } = site;
    const definition = { ...PROFILE, language: 'en' };
    await strapi.documents('plugin::archive.profile' as typeof ARTICLE).create({
      data: { name: PROFILE.name, version: 1, title: PROFILE.title, definition } as never,
    });
    const created = await strapi
      .service('admin::api-token')
      .create({ name: 'jobs', description: '', type: 'full-access', lifespan: null });
    token = created.accessKey as string;
    const [email, password] = ['editor@lantern.example', 'Lantern-2010-quay'];
    const role = await strapi.service('admin::role').getSuperAdmin();
    await strapi
      .service('admin::user')
      .create({ email, password, firstname: 'Jane', lastname: 'Roe', isActive: true, roles: [role.id] });
    const login = await post('/admin/login', { email, password });
    admin = (login.body.data as { token: string }).token;
  });
  afterAll(async () => {
    await site.close();
    await database.drop();
    await folder.remove();
  });

  it.each([
    ['GET', '/jobs'],
    ['POST', '/jobs'],
    ['GET', '/jobs/1'],
    ['GET', '/jobs/1/ledger'],
    ['POST', '/jobs/1/pause'],
    ['POST', '/jobs/1/cancel'],
    ['POST', '/jobs/1/resume'],
    ['POST', '/jobs/1/retry'],
    ['POST', '/jobs/1/rollback'],
    ['POST', '/uploads'],
  ])('refuses %s %s without rights, in the admin and in the content API', async (method, address) => {
    expect((await call(`/archive${address}`, { method, key: null })).status).toBe(401);
    expect((await call(`/archive${address}`, { method })).status).toBe(401);
    expect([401, 403]).toContain((await call(`/api/archive${address}`, { method, key: null })).status);
  });

  it.each([
    '../secret',
    '../../etc',
    '/etc/passwd',
    'way-out',
    'way-out/page.txt',
    'small/../../secret',
    'none',
  ])('starts nothing from outside the open folders: %s', async (name) => {
    const { status, body } = await post('/api/archive/jobs', { paths: [name] });
    expect(status).toBe(400);
    expect(body.error?.message).toContain('below the folders that are open');
  });

  it('names every fault of a request', async () => {
    const { status, body } = await post('/api/archive/jobs', { paths: [], limit: 0, colour: 'red' });
    expect(status).toBe(400);
    expect(body.error?.message).toMatch(/limit.*colour|colour.*limit/s);
    expect((await post('/api/archive/jobs', { paths: ['small'], profile: 'none' })).status).toBe(400);
    expect((await call('/api/archive/jobs/999')).status).toBe(404);
    expect((await call('/api/archive/jobs/1e3')).status).toBe(400);
  });

  it('imports a folder, tells listeners and webhooks once, and shows and hands out the ledger', async () => {
    const heard: { job: JobView }[] = [];
    site.strapi.eventHub.on('archive.job.ended', (event: unknown) => {
      heard.push(event as { job: JobView });
      return Promise.resolve();
    });
    const delivered: { event: string; job: JobView }[] = [];
    const receiver = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        delivered.push(JSON.parse(text) as (typeof delivered)[number]);
        response.end();
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const { port } = receiver.address() as AddressInfo;
    const hook = await site.strapi.get('webhookStore').createWebhook({
      id: '',
      name: 'jobs',
      url: `http://127.0.0.1:${port}`,
      headers: {},
      events: ['archive.job.ended'],
      isEnabled: true,
    });
    site.strapi.get('webhookRunner').add(hook);

    const started = await start({ paths: ['small'] });
    expect(started).toMatchObject({ state: 'queued', records: 0, recordsTotal: null, paths: ['small'] });
    const job = await untilEnded(started.id);
    expect(job).toMatchObject({ state: 'completedWithIssues', records: 13, files: { done: 13, total: 13 } });
    expect(job).toMatchObject({
      recordsTotal: { count: 13, estimated: false },
      rate: null,
      secondsLeft: null,
    });
    expect(job.bytes.done).toBe(job.bytes.total);
    expect(job.outcomes).toMatchObject({ created: 12, rejected: 1 });
    expect(JSON.stringify(job)).not.toContain(folder.path);

    for (let time = 0; delivered.length === 0 && time < 100; time += 1) await wait(50);
    await wait(300);
    receiver.close();
    expect(heard.map((event) => [event.job.id, event.job.state])).toEqual([[job.id, 'completedWithIssues']]);
    expect(delivered.map((event) => [event.event, event.job.id])).toEqual([['archive.job.ended', job.id]]);

    const address = `/api/archive/jobs/${job.id}/ledger`;
    const page = await call(`${address}?pageSize=5`);
    const rows = page.body as unknown as { data: { id: number }[]; meta: { next: number } };
    expect(rows.data).toHaveLength(5);
    const rest = await call(`${address}?pageSize=50&after=${rows.meta.next}`);
    expect(rest.body.data).toHaveLength(8);
    expect((await call(`${address}?outcome=rejected&reason=file-empty`)).body.data).toHaveLength(1);
    expect((await call(`${address}?outcome=lost`)).status).toBe(400);
    const csv = await call(`${address}?format=csv`);
    expect(csv.text.trimEnd().split('\r\n')).toHaveLength(14);
    const lines = (await call(`${address}?format=ndjson&outcome=created`)).text.trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { outcome: string }).outcome)).toEqual(
      Array(12).fill('created'),
    );
  });

  it('lets an admin do the same', async () => {
    const list = await call('/archive/jobs', { key: admin });
    expect(list.status).toBe(200);
    expect((list.body.data as JobView[]).length).toBeGreaterThan(0);
    const again = await call('/archive/jobs', {
      method: 'POST',
      key: admin,
      body: { profile: PROFILE.name, paths: ['small'] },
    });
    expect(again.status).toBe(202);
    expect((await untilEnded((again.body.data as JobView).id)).outcomes).toMatchObject({ unchanged: 12 });
  });

  it('imports what was uploaded', async () => {
    const form = new FormData();
    const text = `A notice by post | QUARROW LANTERN Archive 1990 - 2010\nArticle ID: 77\n\nThe clerk read the paper aloud before the ferry left on Monday.\n`;
    form.append('file', new Blob([text]), '../../post.txt');
    const uploaded = await call('/api/archive/uploads', { method: 'POST', form });
    expect(uploaded.status).toBe(201);
    const { upload, ...arrived } = uploaded.body.data as { upload: string };
    const sha256 = createHash('sha256').update(text).digest('hex');
    expect(arrived).toEqual({ bytes: Buffer.byteLength(text), sha256 });
    const job = await untilEnded((await start({ uploads: [upload] })).id);
    expect(job).toMatchObject({ state: 'completed', paths: ['post.txt'], outcomes: { created: 1 } });
    const unknown = await post('/api/archive/jobs', { uploads: ['no-such-upload'] });
    expect(unknown.status).toBe(400);
  });

  it('refuses an upload that is too large, and keeps nothing that a refused request sent', async () => {
    const temporary = () => readdirSync(tmpdir()).length;
    const form = () => {
      const data = new FormData();
      data.append('file', new Blob(['x'.repeat(5000)]), 'page.txt');
      return data;
    };
    const before = temporary();
    const kept = uploadTokens().length;
    expect((await call('/api/archive/uploads', { method: 'POST', key: null, form: form() })).status).not.toBe(
      201,
    );
    const large = await call('/api/archive/uploads', { method: 'POST', form: form() });
    expect(large.status).toBe(413);
    expect(large.body.error?.message).toContain('archive.uploadMaxBytes');
    expect(temporary()).toBe(before);
    expect(uploadTokens()).toHaveLength(kept);
  });

  it('removes uploads that no job needs after a day, and no others', async () => {
    const upload = async (text: string): Promise<string> => {
      const form = new FormData();
      form.append('file', new Blob([text]), 'page.txt');
      const answer = await call('/api/archive/uploads', { method: 'POST', form });
      return (answer.body.data as { upload: string }).upload;
    };
    const page = (n: number) => pageText(article(n));
    const [orphan, used, undone] = [
      await upload('Never used'),
      await upload(page(91)),
      await upload(page(92)),
    ];
    await untilEnded((await start({ uploads: [used] })).id);
    const { id } = await untilEnded((await start({ uploads: [undone] })).id);
    await post(`/api/archive/jobs/${id}/rollback`);
    await until(id, ({ state }) => state === 'rolledBack');

    const sweep = (hours: number) => sweepUploads(site.strapi, new Date(Date.now() + hours * 3_600_000));
    expect(await sweep(23)).toEqual([]);
    expect((await sweep(25)).sort()).toEqual([orphan, undone].sort());
    expect(uploadTokens()).toContain(used);
    expect(await sweep(25)).toEqual([]);
  });

  it('pauses, resumes and rolls back', async () => {
    const { id } = await start({ paths: ['large'] });
    await until(id, ({ records }) => records > 0);
    expect((await post(`/api/archive/jobs/${id}/rollback`)).status).toBe(400);
    expect((await post(`/api/archive/jobs/${id}/pause`)).status).toBe(200);
    const paused = await until(id, ({ state }) => state !== 'running');
    expect(paused).toMatchObject({ state: 'paused', reason: 'Paused by a person.' });
    expect(paused.records).toBeLessThan(400);
    expect((await post(`/api/archive/jobs/${id}/resume`)).status).toBe(200);
    const done = await until(id, ({ state }) => state.startsWith('completed'));
    expect(done).toMatchObject({ state: 'completed', records: 400, outcomes: { created: 400 } });
    expect((await post(`/api/archive/jobs/${id}/resume`)).status).toBe(400);
    expect((await post(`/api/archive/jobs/${id}/rollback`)).status).toBe(200);
    const undone = await until(id, ({ state }) => state === 'rolledBack');
    expect(undone.undone).toMatchObject({ removed: 400 });
  });

  it('goes on by itself after the server was stopped and started', async () => {
    await writeDump(path.join(folder.path, 'open', 'longer'), pages(5000, 2000));
    const { id } = await start({ paths: ['longer'] });
    await until(id, ({ records }) => records > 0);
    await site.close();
    const [stopped] = await database.rows(
      `SELECT state, records_read FROM archive_import_jobs WHERE id = ${id}`,
    );
    expect(stopped?.['state']).toBe('queued');
    expect(Number(stopped?.['records_read'])).toBeLessThan(2000);
    await boot();
    const done = await untilEnded(id);
    expect(done).toMatchObject({ state: 'completed', records: 2000, outcomes: { created: 2000 } });
  });

  it('lets 200 saves of editors through while it writes', async () => {
    await writeDump(path.join(folder.path, 'open', 'larger'), pages(10_000, 3000));
    const documents = site.strapi.documents(ARTICLE);
    const [one] = await documents.findMany({ locale: 'en', limit: 1 });
    const documentId = one?.documentId ?? '';
    const { id } = await start({ paths: ['larger'] });
    await until(id, ({ records }) => records > 0);
    const before = (await view(id)).records;
    const times: number[] = [];
    for (let n = 0; n < 200; n += 1) {
      const begun = performance.now();
      await documents.update({ documentId, locale: 'en', data: { byline: `Editor ${n}` } });
      times.push(performance.now() - begun);
    }
    const after = await view(id);
    times.sort((a, b) => a - b);
    process.stdout.write(
      `200 saves while ${after.records - before} records were written: 95 % under ${Math.round(times[190] ?? 0)} ms\n`,
    );
    expect(after.records).toBeGreaterThan(before);
    expect((await documents.findOne({ documentId, locale: 'en' }))?.byline).toBe('Editor 199');
    expect((await untilEnded(id)).outcomes).toMatchObject({ created: 3000 });
  });
});
