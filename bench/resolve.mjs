/** `npm run bench:resolve`: how long it takes to find an article by its old address among a million. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { PROJECT } from '../scripts/project-paths.mjs';
import { createSqliteDatabase, openAsSite } from './databases/sqlite.mjs';
import { summary } from './percentile.mjs';
import { machine } from './results/machine.mjs';
import { grouped, table, yesOrNo } from './results/table.mjs';
import { writeSection } from './results/write-section.mjs';
import { bootSite } from './site/boot.mjs';

const TARGET_MS = 5;
const WARMING = 200;
/** One in so many articles is withdrawn. */
const WITHDRAWN = 1000;

const { values } = parseArgs({
  options: {
    urls: { type: 'string', default: '1000000' },
    requests: { type: 'string', default: '5000' },
    results: { type: 'string', default: join(PROJECT, 'bench', 'RESULTS.md') },
  },
});
const urls = Number(values.urls);
const folder = mkdtempSync(join(tmpdir(), 'backfile-resolve-'));
const left = { add: () => undefined };

try {
  const database = createSqliteDatabase({ folder, left });
  Object.assign(process.env, database.env, { STRAPI_TELEMETRY_DISABLED: 'true' });
  await (await bootSite()).destroy();
  fill(database.file, urls);
  const strapi = await bootSite();
  const resolver = strapi.plugin('archive').service('resolver');
  const ways = {
    'the address as it was': (n) => resolver.byUrl(`https://www.courier.example/2004/notice-${n}`),
    'the AMP page in the Wayback Machine, with tracking': (n) =>
      resolver.byUrl(
        `https://web.archive.org/web/2009/http://courier.example:80/2004/notice-${n}/amp/?utm_source=x`,
      ),
    'the ID in its era': (n) => resolver.byLegacyId(String(n), 'Courier Archive'),
    'the ID alone': (n) => resolver.byLegacyId(String(n), null),
    'an address that nobody knows': (n) => resolver.byUrl(`https://www.courier.example/nowhere-${n}`),
  };
  const rows = [];
  for (const [way, ask] of Object.entries(ways)) rows.push([way, await measure(ask)]);
  await strapi.destroy();
  report(rows, await database.version());
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(process.exitCode ?? 0);

/** Articles with an address and an ID each, written with the fewest columns that the resolver reads. */
function fill(file, count) {
  const db = openAsSite(file);
  const numbers = `with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${count})`;
  const key = (kind, text) =>
    db.exec(`${numbers} insert into archive_record_keys (kind, key, content_type, target, locale, duplicate)
      select '${kind}', ${text}, 'api::article.article', 'doc' || n, 'en', 0 from numbers`);
  db.exec(`${numbers} insert into articles (document_id, title, slug, locale, legacy_id, published_at)
    select 'doc' || n, 'Notice ' || n, 'notice-' || n, 'en', cast(n as text), 1 from numbers`);
  key('url', `'courier.example/2004/notice-' || n`);
  key('legacyId', `'courier archive|' || n`);
  db.exec(`${numbers} insert into archive_tombstones (kind, content_type, target, locale, reason, created_at)
    select 'withdrawn', 'api::article.article', 'doc' || n, 'en', 'By request.', 1 from numbers
    where n % ${WITHDRAWN} = 0`);
  db.exec('analyze');
  db.close();
}

/** Times of single requests, spread over all articles; each answer is checked. */
async function measure(ask) {
  const times = [];
  for (let turn = 0; turn < WARMING + Number(values.requests); turn += 1) {
    const n = 1 + ((turn * 7919 * 104729) % urls);
    const begun = performance.now();
    const { outcome } = await ask(n);
    if (turn >= WARMING) times.push(performance.now() - begun);
    if (!['found', 'withdrawn', 'not-found'].includes(outcome)) throw new Error(`${n}: ${outcome}`);
  }
  return summary(times);
}

function report(rows, version) {
  const met = rows.every(([, { p95 }]) => p95 < TARGET_MS);
  const header = ['asked by', 'median ms', '95th percentile ms', 'greatest ms'];
  const lines = rows.map(([way, { median, p95, greatest }]) => [way, median, p95, greatest]);
  const section = [
    `Measured on ${new Date().toISOString().slice(0, 10)}: ${machine()}, ${version}.`,
    '',
    `${grouped(urls)} articles, each with an old address and an ID; ${grouped(Number(values.requests))} requests of each kind.`,
    '',
    ...table(header, lines, { right: [1, 2, 3] }),
    '',
    `Target: under ${TARGET_MS} ms for 95 of 100 requests. Met: ${yesOrNo(met)}.`,
  ];
  process.stdout.write(`${section.join('\n')}\n`);
  writeSection(values.results, 'Old links', section);
  if (!met) process.exitCode = 1;
}
