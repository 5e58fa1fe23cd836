import { createHash } from 'node:crypto';
import path from 'node:path';

import { bootSite, type Site } from '../harness/boot-site';
import { createDatabase } from '../harness/databases';
import type { TestDatabase } from '../harness/test-database';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import type { Inspection } from '../../src/plugins/archive/shared/inspection-api';
import { LARGEST_PART, type UploadState } from '../../src/plugins/archive/shared/upload-api';

jest.setTimeout(300_000);

const TEXT = `The lamp is lit again | SEFINA COURIER English Archive 1999 - 2011\n\n${'A paragraph of the keeper. '.repeat(40)}\n`;

describe('an upload in parts', () => {
  let database: TestDatabase;
  let folder: TemporaryFolder;
  let site: Site;
  let token: string;

  beforeAll(async () => {
    folder = await temporaryFolder();
    database = await createDatabase('sqlite');
    site = await bootSite({ database, listen: true });
    site.strapi.config.set('plugin::archive.uploadFolder', path.join(folder.path, 'uploads'));
    const created: { accessKey: string } = await site.strapi
      .service('admin::api-token')
      .create({ name: 'parts', description: '', type: 'full-access', lifespan: null });
    token = created.accessKey;
  });
  afterAll(async () => {
    await site.close();
    await database.drop();
    await folder.remove();
  });

  const send = async (address: string, type: string, body: string | Buffer, key: string | null = token) => {
    const headers = { 'content-type': type, ...(key === null ? {} : { authorization: `Bearer ${key}` }) };
    const sent = typeof body === 'string' ? body : new Uint8Array(body);
    const answer = await fetch(`${site.url ?? ''}/api/archive/${address}`, {
      method: 'POST',
      headers,
      body: sent,
    });
    const { data } = (await answer.json()) as { data: unknown };
    return { status: answer.status, data };
  };
  const begin = async (size: number): Promise<string> => {
    const { status, data } = await send(
      'uploads/begin',
      'application/json',
      JSON.stringify({ name: '../lamp.txt', size }),
    );
    expect(status).toBe(201);
    return (data as UploadState).upload;
  };
  const part = (upload: string, offset: number, bytes: Buffer, key?: string | null) =>
    send(`uploads/${upload}/parts?offset=${offset}`, 'application/octet-stream', bytes, key);

  it('goes on where it stopped, is hashed, and can then be imported', async () => {
    const bytes = Buffer.from(TEXT);
    const upload = await begin(bytes.length);
    expect((await part(upload, 0, bytes.subarray(0, 100))).data).toMatchObject({
      received: 100,
      sha256: null,
    });
    expect((await part(upload, 0, bytes.subarray(0, 100))).data).toMatchObject({ received: 100 });
    const early = await send('jobs', 'application/json', JSON.stringify({ uploads: [upload] }));
    expect(early.status).toBe(400);
    const whole = await part(upload, 100, bytes.subarray(100));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(whole.data).toEqual({ upload, received: bytes.length, size: bytes.length, sha256 });
    const seen = await send('inspections', 'application/json', JSON.stringify({ uploads: [upload] }));
    expect(seen.data as Inspection).toMatchObject({
      files: { count: 1, bytes: bytes.length, more: false },
      records: { count: 1, estimated: false },
      profiles: [{ name: 'sefina-courier', records: 1 }],
      samples: [{ file: 0, record: 0, path: 'lamp.txt', title: 'The lamp is lit again' }],
    });
    const preview = { uploads: [upload], place: { file: 0, record: 0 } };
    expect((await send('previews', 'application/json', JSON.stringify(preview))).data).toMatchObject({
      text: TEXT,
      line: { article: { title: 'The lamp is lit again' }, profile: { name: 'sefina-courier' } },
    });
    const started = await send('jobs', 'application/json', JSON.stringify({ uploads: [upload] }));
    expect(started).toMatchObject({ status: 202, data: { paths: ['lamp.txt'] } });
  });

  it('takes no more than it was told, and keeps nothing of a part that is too much', async () => {
    const upload = await begin(10);
    expect((await part(upload, 0, Buffer.from('more than ten bytes'))).status).toBe(413);
    expect((await part(upload, 0, Buffer.from('ten bytes!'))).data).toMatchObject({ received: 10 });
    const large = await begin(LARGEST_PART * 2);
    expect((await part(large, 0, Buffer.alloc(LARGEST_PART + 1))).status).toBe(413);
    expect((await part(large, 0, Buffer.alloc(5))).data).toMatchObject({ received: 5 });
  });

  it('is for those who may, and for uploads that are under way', async () => {
    const upload = await begin(4);
    expect((await part(upload, 0, Buffer.from('text'), null)).status).toBe(403);
    expect((await part(upload, 0, Buffer.from('text'))).data).toMatchObject({ received: 4 });
    expect((await part(upload, 4, Buffer.from('text'))).status).toBe(404);
    expect((await part('no-such-upload', 0, Buffer.from('text'))).status).toBe(404);
    expect((await part('..%2f..', 0, Buffer.from('text'))).status).toBe(400);
  });
});
