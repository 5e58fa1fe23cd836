import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { bootSite, type Site } from '../harness/boot-site';
import { pageText } from '../harness/invented-paper';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import type { TestDatabase } from '../harness/test-database';
import { sweepUploads } from '../../src/plugins/archive/server/src/jobs/sweep-uploads';
import { article } from './gazette';
import { jobApi, type JobApi } from './job-api';
import { preparedDatabase } from './prepared-database';

/** No other file on the machine is likely to be of this size. */
const SIZE = 54_321;

jest.setTimeout(300_000);

describe('uploads', () => {
  let database: TestDatabase;
  let folder: TemporaryFolder;
  let site: Site;
  let api: JobApi;

  const uploadTokens = () => readdirSync(path.join(folder.path, 'uploads'));
  const temporaryFiles = () =>
    readdirSync(tmpdir()).filter((name) => {
      const found = statSync(path.join(tmpdir(), name), { throwIfNoEntry: false });
      return found?.isFile() === true && found.size === SIZE;
    });

  beforeAll(async () => {
    folder = await temporaryFolder();
    database = await preparedDatabase('sqlite');
    site = await bootSite({ database, listen: true });
    site.strapi.config.set('plugin::archive.uploadFolder', path.join(folder.path, 'uploads'));
    site.strapi.config.set('plugin::archive.uploadMaxBytes', 4000);
    api = await jobApi(() => site);
  });
  afterAll(async () => {
    await site.close();
    await database.drop();
    await folder.remove();
  });

  it('imports what was uploaded', async () => {
    const form = new FormData();
    const text = `A notice by post | QUARROW LANTERN Archive 1990 - 2010\nArticle ID: 77\n\nThe clerk read the paper aloud before the ferry left on Monday.\n`;
    form.append('file', new Blob([text]), '../../post.txt');
    const uploaded = await api.call('/api/archive/uploads', { method: 'POST', form });
    expect(uploaded.status).toBe(201);
    const { upload, ...arrived } = uploaded.body.data as { upload: string };
    const sha256 = createHash('sha256').update(text).digest('hex');
    expect(arrived).toEqual({ bytes: Buffer.byteLength(text), sha256 });
    const job = await api.untilEnded((await api.start({ uploads: [upload] })).id);
    expect(job).toMatchObject({ state: 'completed', paths: ['post.txt'], outcomes: { created: 1 } });
    const unknown = await api.post('/api/archive/jobs', { uploads: ['no-such-upload'] });
    expect(unknown.status).toBe(400);
  });

  it('refuses an upload that is too large, and keeps nothing that a refused request sent', async () => {
    const form = () => {
      const data = new FormData();
      data.append('file', new Blob(['x'.repeat(SIZE)]), 'page.txt');
      return data;
    };
    const kept = uploadTokens().length;
    expect(
      (await api.call('/api/archive/uploads', { method: 'POST', key: null, form: form() })).status,
    ).not.toBe(201);
    const large = await api.call('/api/archive/uploads', { method: 'POST', form: form() });
    expect(large.status).toBe(413);
    expect(large.body.error?.message).toContain('archive.uploadMaxBytes');
    expect(temporaryFiles()).toEqual([]);
    expect(uploadTokens()).toHaveLength(kept);
  });

  it('removes uploads that no job needs after a day, and no others', async () => {
    const upload = async (text: string): Promise<string> => {
      const form = new FormData();
      form.append('file', new Blob([text]), 'page.txt');
      const answer = await api.call('/api/archive/uploads', { method: 'POST', form });
      return (answer.body.data as { upload: string }).upload;
    };
    const page = (n: number) => pageText(article(n));
    const [orphan, used, undone] = [
      await upload('Never used'),
      await upload(page(91)),
      await upload(page(92)),
    ];
    await api.untilEnded((await api.start({ uploads: [used] })).id);
    const { id } = await api.untilEnded((await api.start({ uploads: [undone] })).id);
    await api.post(`/api/archive/jobs/${id}/rollback`);
    await api.until(id, ({ state }) => state === 'rolledBack');

    const sweep = (hours: number) => sweepUploads(site.strapi, new Date(Date.now() + hours * 3_600_000));
    expect(await sweep(23)).toEqual([]);
    expect((await sweep(25)).sort()).toEqual([orphan, undone].sort());
    expect(uploadTokens()).toContain(used);
    expect(await sweep(25)).toEqual([]);
  });
});
