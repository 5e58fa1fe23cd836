/** The same articles written in five ways, in the same run, on databases prepared alike. */
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { statSync } from 'node:fs';

import { importDump, rollBack } from '../command-line.mjs';
import { createDatabase } from '../databases/create-database.mjs';
import { writeInventedDump } from '../invented-dump.mjs';
import { writeInventedLines } from '../invented-lines.mjs';
import { runHelper } from '../start-process.mjs';
import { writeFloor } from './floor.mjs';
import { planTransactions } from './floor-plan.mjs';
import { writtenRows } from './written-rows.mjs';

/** Far from the others, so that no benchmark writes it a second time. */
const PREPARING_RECORD = 90_000_000;
const ARTICLES_A_TRANSACTION = 500;

const helper = (name) => fileURLToPath(new URL(`../site/${name}.mjs`, import.meta.url));

/**
 * A database that has been started once and has imported one record, so that nothing is set up on the clock. The record
 * is undone again: what came after would link its names, too, and the floor only inserts.
 */
export async function preparedDatabase(kind, { folder, left }) {
  const dump = await writeInventedDump(join(folder, 'preparing'), 1, PREPARING_RECORD);
  const database = await createDatabase(kind, { folder, left });
  const { job } = await importDump(dump, { database, left });
  await rollBack(job, { database, left });
  return database;
}

/** @returns how each way fared: `{ way, records, seconds, rate }`, what was written, and the ratios */
export async function compare(kind, { records, loopRecords, folder, left, say }) {
  say(`compare on ${kind}: ${records} articles`);
  const lines = await writeInventedLines(join(folder, 'lines'), records);
  const pages = await writeInventedDump(join(folder, 'pages'), records);
  const database = await preparedDatabase(kind, { folder, left });
  const before = await database.contents();
  const emptyCopy = await database.copy();

  const imported = await importWhole(lines, records, { database, left });
  say(`  this engine, from JSON Lines: ${imported.seconds.toFixed(1)} s`);
  const ofPages = await preparedDatabase(kind, { folder, left });
  const understood = await importWhole(pages, records, { database: ofPages, left });
  await ofPages.drop();
  say(`  this engine, from page files: ${understood.seconds.toFixed(1)} s`);

  const tables = await writtenRows(database, before);
  const transactions = planTransactions(tables, Math.ceil(records / ARTICLES_A_TRANSACTION));
  const floorSeconds = await writeFloor(emptyCopy, transactions);
  await checkSameRows(database, emptyCopy);
  say(`  the floor: ${floorSeconds.toFixed(1)} s`);

  const others = await otherWays(kind, database, { loopRecords, folder, left, say });
  const ways = [
    { way: 'engine', records, seconds: imported.seconds, wallSeconds: imported.wallSeconds },
    { way: 'enginePages', records, seconds: understood.seconds, wallSeconds: understood.wallSeconds },
    ...others.ways,
    { way: 'floor', records, seconds: floorSeconds },
  ].map((way) => ({ ...way, rate: way.records / way.seconds }));
  const rows = tables.map(({ name, rows: written }) => ({ table: name, rows: written.length }));
  return { version: await database.version(), ways, articles: others.articles, rows, ratios: ratiosOf(ways) };
}

async function importWhole(dump, records, options) {
  const imported = await importDump(dump, options);
  if (imported.outcomes.created !== records)
    throw new Error(`Not all were created: ${JSON.stringify(imported)}`);
  return imported;
}

/** A floor that writes less would flatter itself. */
async function checkSameRows(database, copy) {
  const [ours, theirs] = [await database.contents(), await copy.contents()];
  for (const [table, { count }] of ours) {
    if (theirs.get(table).count !== count) throw new Error(`The floor has other rows in ${table}.`);
  }
}

async function otherWays(kind, database, { loopRecords, folder, left, say }) {
  const articlesFile = join(folder, `articles-${kind}.json`);
  const articles = await runHelper(helper('read-articles'), [articlesFile, loopRecords], { database, left });
  const looped = await createDatabase(kind, { folder, left });
  const loop = await runHelper(helper('write-articles'), [articlesFile], { database: looped, left });
  say(`  the Document Service: ${loop.seconds.toFixed(1)} s`);

  const backup = join(folder, `export-${kind}`);
  await runHelper(helper('transfer'), ['export', backup], { database: looped, left });
  const fresh = await createDatabase(kind, { folder, left });
  const transfer = await runHelper(helper('transfer'), ['import', `${backup}.tar`], {
    database: fresh,
    left,
  });
  say(`  strapi import: ${transfer.seconds.toFixed(1)} s`);
  for (const { published } of [loop, transfer]) {
    if (published !== articles.articles)
      throw new Error(`${published} of ${articles.articles} articles are there.`);
  }
  return {
    articles,
    ways: [
      { way: 'documentService', records: loop.records, seconds: loop.seconds },
      {
        way: 'strapiImport',
        records: loop.records,
        seconds: transfer.seconds,
        exportBytes: statSync(`${backup}.tar`).size,
      },
    ],
  };
}

/** How many times as fast as each other way the engine is, and what is asked of it. */
function ratiosOf(ways) {
  const rate = (name) => ways.find(({ way }) => way === name).rate;
  return [
    { to: 'documentService', target: 40 },
    { to: 'strapiImport', target: 12 },
    { to: 'floor', target: 0.6 },
  ].map(({ to, target }) => {
    const ratio = rate('engine') / rate(to);
    return { to, ratio, ofPages: rate('enginePages') / rate(to), target, met: ratio >= target };
  });
}
