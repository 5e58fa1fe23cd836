import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { tarOf, zipOf, type Entry } from '../harness/build-archives';
import { eachDatabase } from '../harness/databases';
import { importDumps, outcomesOf, type ImportReport } from '../harness/import-dumps';
import { runCommand } from '../harness/run-command';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import type { TestDatabase } from '../harness/test-database';
import { preparedDatabase } from './prepared-database';
import { startCommand } from './start-command';

jest.setTimeout(300_000);

const WORDS = ['harbour', 'lighthouse', 'station', 'market', 'bridge', 'theatre', 'mill'];

/** Text of an invented article that no other number has. */
function story(number: number): string {
  const what = WORDS[number % WORDS.length] ?? '';
  const sentence = `The council of Hollin spent day ${number} on the ${what}, and ended with vote ${number * 7}. `;
  return sentence.repeat(5).trim();
}

const text = (number: number) =>
  `Council Votes On Matter ${number}\n\n3 July 2002\n\n${story(number)}\n\n${story(number + 5000)}\n`;
const files = (folder: string, from: number, count: number): Entry[] =>
  Array.from({ length: count }, (_, at) => ({ name: `${folder}/${at}.txt`, content: text(from + at) }));

/** A WARC as crawlers write it: each record is a gzip member of its own. */
function warcGz(from: number, count: number): Buffer {
  const records = Array.from({ length: count }, (_, at) => {
    const number = from + at;
    const title = `<title>Council Votes On Matter ${number} | The Daily Quay</title>`;
    const body = `<h1>Council Votes On Matter ${number}</h1><p>${story(number)}</p><p>${story(number + 5000)}</p>`;
    const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html lang="en"><head>${title}</head><body>${body}</body></html>`;
    const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://quay.example/${number}\r\n`;
    const length = Buffer.byteLength(http);
    return `${head}Content-Type: application/http\r\nContent-Length: ${length}\r\n\r\n${http}\r\n\r\n`;
  });
  return Buffer.concat(records.map((record) => gzipSync(record)));
}

eachDatabase('importing archives of files', (kind) => {
  let database: TestDatabase;
  let folder: TemporaryFolder;
  const at = (name: string) => path.join(folder.path, name);
  const ledger = (job: number) =>
    database.rows(
      `SELECT dump_path, member, record_index, outcome FROM archive_ledger WHERE job = ${job} ORDER BY id`,
    );

  beforeAll(async () => {
    folder = await temporaryFolder();
    database = await preparedDatabase(kind);
    await writeFile(
      at('one.zip'),
      zipOf([...files('a', 0, 3), { name: 'in.tar.gz', content: gzipSync(await tarOf(files('b', 100, 2))) }]),
    );
    await writeFile(
      at('two.tar.gz'),
      gzipSync(await tarOf([...files('c', 200, 3), { name: '../out.txt', content: text(1) }])),
    );
    await writeFile(at('three.warc.gz'), warcGz(300, 3));
    await writeFile(at('slow.zip'), zipOf(files('d', 1000, 400)));
  });
  afterAll(async () => {
    await database.drop();
    await folder.remove();
  });

  it('writes what is in them once, and knows it again', async () => {
    const dumps = ['one.zip', 'two.tar.gz', 'three.warc.gz'].map(at);
    const first = await importDumps(database, dumps);
    expect(outcomesOf(first)).toEqual({ created: 11, quarantined: 1 });
    const rows = (await ledger(first.report.job)).map((row) => [
      row['dump_path'],
      row['member'],
      Number(row['record_index']),
    ]);
    expect(rows).toEqual([
      ...['a/0.txt', 'a/1.txt', 'a/2.txt', 'in.tar.gz/b/0.txt', 'in.tar.gz/b/1.txt'].map((member, index) => [
        'one.zip',
        member,
        index,
      ]),
      ...['c/0.txt', 'c/1.txt', 'c/2.txt', null].map((member, index) => ['two.tar.gz', member, index]),
      ...[0, 1, 2].map((index) => ['three.warc.gz', null, index]),
    ]);
    const paths = await database.rows('SELECT DISTINCT dump_path FROM articles ORDER BY dump_path');
    expect(paths.map((row) => row['dump_path'])).toContain('one.zip/in.tar.gz/b/1.txt');
    const again = await importDumps(database, dumps);
    expect(outcomesOf(again)).toEqual({ unchanged: 11, quarantined: 1 });
  });

  it('goes on in the middle of one after a pause', async () => {
    const running = startCommand(['import', '--json', at('slow.zip')], {
      env: { ...database.env, ARCHIVE_BATCH_RECORDS: '1' },
    });
    let over = false;
    void running.ended.then(() => (over = true));
    let job: Record<string, unknown> | undefined;
    do {
      [job] = await database.rows(
        'SELECT id, records_read FROM archive_import_jobs ORDER BY id DESC LIMIT 1',
      );
    } while (!over && !(Number(job?.['id']) > 2 && Number(job?.['records_read']) > 2));
    running.signal('SIGTERM');
    const paused = JSON.parse((await running.ended).stdout) as ImportReport;
    expect(paused.state).toBe('paused');
    expect(paused.records).toBeGreaterThan(2);
    expect(paused.records).toBeLessThan(400);

    const resumed = await runCommand(['resume', '--json', String(paused.job)], { env: database.env });
    expect(resumed.code).toBe(0);
    expect(JSON.parse(resumed.stdout)).toMatchObject({
      state: 'completed',
      records: 400,
      outcomes: { created: 400 },
    });
    const rows = await ledger(paused.job);
    expect(rows.map((row) => row['member'])).toEqual(files('d', 1000, 400).map(({ name }) => name));
  });
});
