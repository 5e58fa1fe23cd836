import { createReadStream } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';

import type { Knex } from 'knex';

import { isPostgres } from '../import/write/allocate-ids';
import type { WritePlan } from '../import/plan/write-plan';
import { Refusal } from '../refusal';
import type { Vault } from '../vault/vault';
import {
  BAG,
  BAG_FORMAT,
  tablePath,
  vaultPath,
  type BagDescription,
  type DescribedTable,
} from './bag-layout';
import { bagTables, type BagTable } from './bag-tables';
import { bagValue } from './bag-values';
import { bagWriter, type BagWriter } from './write-bag';

const ROWS_A_QUERY = 1000;

type DatabaseRow = Readonly<Record<string, unknown>>;

/**
 * Writes the whole archive as a bag: originals of the vault, and every row that makes up articles, authority records,
 * ledger, evidence and log, as they stand at one instant. Memory is one page of rows, whatever the size of the archive.
 * @throws Refusal where the folder is not empty or an original is missing from the vault
 */
export async function exportArchive(
  knex: Knex,
  plan: WritePlan,
  vault: Vault,
  { folder, now, onStep }: { folder: string; now: Date; onStep?: (what: string) => void },
): Promise<BagDescription> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0)
    throw new Refusal('invalid', `${folder} is not empty. Name a new folder.`);
  const bag = bagWriter(folder);
  const tables = await knex.transaction(
    async (trx) => {
      const written: DescribedTable[] = [];
      for (const table of await bagTables(trx, plan)) {
        onStep?.(table.name);
        written.push({ ...table, rows: await addTable(trx, bag, table) });
      }
      return written;
    },
    // One snapshot for all tables; SQLite gives one by itself.
    isPostgres(knex) ? { isolationLevel: 'repeatable read' } : {},
  );
  onStep?.('originals');
  const originals = await addOriginals(bag, vault);
  const description = {
    format: BAG_FORMAT,
    plugin: plan.pluginVersion,
    locales: plan.locales.codes,
    tables,
    originals,
  };
  await bag.add(BAG.description, [`${JSON.stringify(description, null, 2)}\n`]);
  await bag.close({
    'Bagging-Date': now.toISOString().slice(0, 10),
    'Bag-Software-Agent': `Backfile archive plugin ${plan.pluginVersion}`,
    'External-Description':
      'A news archive: originals, articles, authority records, ledger, evidence and log',
  });
  return description;
}

async function addTable(trx: Knex.Transaction, bag: BagWriter, table: BagTable): Promise<number> {
  let rows = 0;
  const lines = async function* () {
    for await (const page of pagesOf(trx, table)) {
      rows += page.length;
      yield page.map((row) => `${JSON.stringify(bagRow(table, row))}\n`).join('');
    }
  };
  await bag.add(tablePath(table.name), lines());
  return rows;
}

/** Pages in the order of the key, each found by where the last one ended. */
async function* pagesOf(
  trx: Knex.Transaction,
  { name, columns, key }: BagTable,
): AsyncGenerator<DatabaseRow[]> {
  const names = Object.keys(columns);
  const marks = key.map(() => '?').join(', ');
  const after = `(${key.map(() => '??').join(', ')}) > (${marks})`;
  for (let last: DatabaseRow | undefined; ; ) {
    const query = trx(name)
      .select(names)
      .orderBy(key.map((column) => ({ column })))
      .limit(ROWS_A_QUERY);
    if (last) {
      const from = last;
      void query.whereRaw(after, [...key, ...key.map((column) => from[column] as string | number)]);
    }
    const page = (await query) as DatabaseRow[];
    if (page.length === 0) return;
    yield page;
    last = page.at(-1);
  }
}

function bagRow({ columns }: BagTable, row: DatabaseRow): Record<string, unknown> {
  return Object.fromEntries(Object.entries(columns).map(([name, form]) => [name, bagValue(form, row[name])]));
}

async function addOriginals(bag: BagWriter, vault: Vault): Promise<number> {
  let count = 0;
  for await (const sha256 of vault.list()) {
    const file = await vault.borrow(sha256);
    if (!file) continue;
    try {
      const found = await bag.add(vaultPath(sha256), createReadStream(file.path));
      if (found !== sha256)
        throw new Refusal('invalid', `The vault's ${sha256} has other bytes. Run "vault verify".`);
      count += 1;
    } finally {
      await file.release();
    }
  }
  return count;
}
