/** Editors and visitors at work on the site while an import runs beside it, on SQLite, which has one writer at a time. */
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { importDump, startImport } from './command-line.mjs';
import { preparedDatabase } from './compare/compare.mjs';
import { writeInventedDump } from './invented-dump.mjs';
import { summary } from './percentile.mjs';
import { articlesToEdit, readList, signIn } from './site/editor.mjs';
import { startProcess } from './start-process.mjs';

const ARTICLES_BEFORE = 2000;
const FIRST_INDEX = 40_000_000;
const IDLE_REQUESTS = 300;
const WARMING_REQUESTS = 50;
const SAVE_TARGET_MS = 500;
const LIST_TARGET = 3;

/** @returns times of saves and lists (milliseconds): idle, with saves, with an import, and with both */
export async function editors({ editorSaves, editorRecords, folder, left, say }) {
  say(`editors: writing ${editorRecords} files`);
  const before = await writeInventedDump(
    join(folder, 'edited'),
    Math.min(ARTICLES_BEFORE, editorSaves),
    FIRST_INDEX,
  );
  const dump = await writeInventedDump(join(folder, 'beside'), editorRecords);
  const database = await preparedDatabase('sqlite', { folder, left });
  await importDump(before, { database, left });
  const { url, stop } = await serveSite(database, left);
  const save = await signIn(url);
  const articles = await articlesToEdit(url, editorSaves);
  for (let n = 0; n < WARMING_REQUESTS; n += 1) await readList(url);

  const someLists = () => listTimes(url, { until: (count) => count >= IDLE_REQUESTS });
  const idle = await someLists();
  const alone = await work(url, save, articles, Math.ceil(editorSaves / 5), 'without an import');
  say(
    `  idle lists ${idle.p95} ms; without an import saves ${alone.saves.p95} ms, lists ${alone.lists.p95} ms (p95)`,
  );

  const progress = database.jobProgress();
  const { id: previous } = await progress.read();
  const { child, ended } = startImport(dump, { database, left });
  const first = await untilWriting(progress, previous, child);
  const importing = await someLists();
  const beside = await work(url, save, articles, editorSaves, 'beside an import');
  const last = await progress.read();
  await progress.close();
  const outlasted = child.exitCode === null && child.signalCode === null;
  child.kill('SIGINT');
  await ended;
  await stop();
  const imported = { records: last.records - first.records, seconds: (last.at - first.at) / 1000 };
  if (!outlasted) say('  the import ended before the saves: give more --editor-records');
  const measured = { idle, alone, importing, beside };
  return {
    version: await database.version(),
    ...measured,
    imported,
    outlasted,
    checks: checks(measured, outlasted),
  };
}

/** Saves one after another, and lists one after another beside them, until the saves are done. */
async function work(url, save, articles, count, mark) {
  let saving = true;
  const lists = listTimes(url, { until: () => !saving });
  const times = [];
  const refused = {};
  for (let n = 0; n < count; n += 1) {
    const { documentId, title } = articles[n % articles.length];
    const started = performance.now();
    const status = await save(documentId, { title: `${title}, ${mark} ${n}`.slice(0, 255) });
    times.push(performance.now() - started);
    if (status !== 200) refused[status] = (refused[status] ?? 0) + 1;
  }
  saving = false;
  return { saves: summary(times), refused, lists: await lists };
}

async function listTimes(url, { until }) {
  const times = [];
  while (!until(times.length)) {
    const started = performance.now();
    await readList(url);
    times.push(performance.now() - started);
  }
  return summary(times);
}

async function serveSite(database, left) {
  const script = fileURLToPath(new URL('site/serve.mjs', import.meta.url));
  const { child, ended } = startProcess(script, [], { database, left, ipc: true });
  const { url } = await Promise.race([
    new Promise((resolve) => child.once('message', resolve)),
    ended.then(({ stderr }) => {
      throw new Error(`The site did not start.\n${stderr}`);
    }),
  ]);
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  return { url, stop };
}

/** Resolves when the first batch of the import is committed. */
async function untilWriting(progress, previous, child) {
  for (;;) {
    const job = await progress.read();
    if (job.id !== previous && job.records > 0) return job;
    if (child.exitCode !== null) throw new Error('The import beside the editors ended before it wrote.');
    await wait(50);
  }
}

/** Saves hold up lists by themselves, in the site's one thread; the last check tells what the import adds to that. */
function checks({ idle, alone, importing, beside }, outlasted) {
  const saved = Object.keys(beside.refused).length === 0 && outlasted;
  const listCheck = (what, times, than) => ({
    what,
    value: (times.p95 / than.p95).toFixed(1),
    target: `at most ${LIST_TARGET}`,
    met: outlasted && times.p95 / than.p95 <= LIST_TARGET,
  });
  return [
    {
      what: 'every save succeeds while the import runs',
      value: saved ? 'yes' : 'no',
      target: 'yes',
      met: saved,
    },
    {
      what: 'saves, 95th percentile',
      value: `${beside.saves.p95} ms`,
      target: `under ${SAVE_TARGET_MS} ms`,
      met: outlasted && beside.saves.p95 < SAVE_TARGET_MS,
    },
    listCheck('lists beside the import, 95th percentile, times idle', importing, idle),
    listCheck('lists beside saves and the import, 95th percentile, times idle', beside.lists, idle),
    listCheck('the same, times lists beside saves alone', beside.lists, alone.lists),
  ];
}
