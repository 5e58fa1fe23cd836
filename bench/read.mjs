/**
 * `npm run bench:read`: how fast an archive of any size is read, against plain Strapi on the same rows in the same run.
 * Progress goes to stderr, each result to stdout as a line of JSON, and all to bench/RESULTS.md.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { COMMAND_LINE, PROJECT } from '../scripts/project-paths.mjs';
import { preparedDatabase } from './compare/compare.mjs';
import { inventedWorld } from './invented-dump.mjs';
import { cleanUpWhenStopped, leftovers } from './leftovers.mjs';
import { loadArticles } from './read/load-articles.mjs';
import { measure } from './read/measure.mjs';
import { requestsFor } from './read/requests.mjs';
import { readSection } from './read/section.mjs';
import { writeSection } from './results/write-section.mjs';
import { adminToken } from './site/editor.mjs';
import { runHelper, startProcess } from './start-process.mjs';

const USAGE = `node bench/read.mjs [options]
  --articles N       published articles (1000000)
  --words N          words of a body (120)
  --requests N       of each sort (100)
  --seconds N        longest time for one sort (20)
  --databases LIST   sqlite,postgres
  --folder PATH      where SQLite files go for a while (the system's temporary folder)
  --results FILE     the page to write (bench/RESULTS.md)`;

const say = (text) => process.stderr.write(`${text}\n`);
/** How many times as fast as plain Strapi a reader's request is to be. */
const TIMES_FASTER = 20;
const NAMES = { sqlite: 'SQLite', postgres: 'PostgreSQL' };

function readOptions() {
  const { values } = parseArgs({
    options: {
      articles: { type: 'string', default: '1000000' },
      words: { type: 'string', default: '120' },
      requests: { type: 'string', default: '100' },
      seconds: { type: 'string', default: '20' },
      databases: { type: 'string', default: 'sqlite,postgres' },
      folder: { type: 'string', default: tmpdir() },
      results: { type: 'string', default: join(PROJECT, 'bench', 'RESULTS.md') },
      help: { type: 'boolean', default: false },
    },
  });
  for (const name of ['articles', 'words', 'requests', 'seconds']) {
    if (!/^[1-9]\d{0,8}$/.test(values[name])) throw new Error(`--${name} takes a whole number from 1.`);
    values[name] = Number(values[name]);
  }
  return { ...values, databases: values.databases.split(',') };
}

async function serve(script, database, left) {
  const path = fileURLToPath(new URL(`site/${script}.mjs`, import.meta.url));
  const publicly = { ...database, env: { ...database.env, ARCHIVE_PUBLIC_READ: 'true' } };
  const { child, ended } = startProcess(path, [], { database: publicly, left, ipc: true });
  const { url } = await Promise.race([
    new Promise((resolve) => child.once('message', resolve)),
    ended.then(({ stderr }) => {
      throw new Error(`The site did not start.\n${stderr}`);
    }),
  ]);
  return {
    url,
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function timed(work) {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

async function runOne(kind, options, left) {
  const { articles, words, requests: count, seconds } = options;
  say(`read on ${kind}: ${articles} articles`);
  const database = await preparedDatabase(kind, { folder: options.folder, left });
  const loadSeconds = await timed(() => loadArticles(database, { articles, words, say }));
  say(`  loaded in ${Math.round(loadSeconds)} s`);
  const indexSeconds = await timed(() =>
    runHelper(COMMAND_LINE, ['search', 'reindex', '--json'], { database, left }),
  );
  say(`  indexed in ${Math.round(indexSeconds)} s`);
  const { words: vocabulary } = inventedWorld();
  const asked = requestsFor({
    articles,
    common: vocabulary.slice(0, 5),
    entity: (n) => `entities${n}`.padEnd(24, 'x'),
    admin: true,
  });
  const ours = await serve('serve', database, left);
  const token = await adminToken(ours.url);
  const results = await measure(ours.url, asked, 'ours', { count, seconds, token, say });
  await ours.stop();
  const plain = await serve('serve-plain', database, left);
  const plainResults = await measure(plain.url, asked, 'plain', {
    count: Math.min(count, 20),
    seconds,
    token,
    say,
  });
  await plain.stop();
  const rows = asked.map(({ what, target, admin }, n) => {
    const ratio = plainResults[n].p95 / results[n].p95;
    // Of the admin's own requests it is asked that they are fast, not by how much.
    const times = admin ? null : TIMES_FASTER;
    const met = results[n].p95 <= target && ratio >= (times ?? 0);
    return { what, target, times, ours: results[n], plain: plainResults[n], ratio, met };
  });
  return {
    version: await database.version(),
    articles,
    loadSeconds,
    indexSeconds,
    bytes: await database.bytes(),
    rows,
  };
}

async function runAll(options) {
  const left = leftovers();
  cleanUpWhenStopped(left);
  for (const kind of options.databases) {
    mkdirSync(options.folder, { recursive: true });
    const folder = mkdtempSync(join(options.folder, 'backfile-bench-'));
    left.add(() => rmSync(folder, { recursive: true, force: true }));
    try {
      const result = await runOne(kind, { ...options, folder }, left);
      process.stdout.write(`${JSON.stringify({ benchmark: 'read', database: kind, ...result })}\n`);
      const title = `Reading ${result.articles.toLocaleString('en')} articles: ${NAMES[kind]}`;
      writeSection(options.results, title, readSection(result, new Date()));
    } finally {
      await left.removeAll();
    }
  }
  say(`Results: ${options.results}`);
}

try {
  const options = readOptions();
  if (options.help) say(USAGE);
  else await runAll(options);
} catch (error) {
  say(
    error.code?.startsWith('ERR_PARSE_ARGS') ? `${error.message}\n${USAGE}` : (error.stack ?? String(error)),
  );
  process.exitCode = 2;
}
