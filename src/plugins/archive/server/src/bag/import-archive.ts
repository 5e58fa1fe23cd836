import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Knex } from 'knex';

import { addEvent } from '../events/archive-event';
import { typeOf, type WritePlan } from '../import/plan/write-plan';
import { isPostgres } from '../import/write/allocate-ids';
import { insertRows } from '../import/write/insert-rows';
import { tableRows } from '../import/write/table-rows';
import { tuneForBulk } from '../import/write/tune-for-bulk';
import { PROFILE } from '../plugin-id';
import { Refusal } from '../refusal';
import type { Vault } from '../vault/vault';
import {
  BAG,
  readDescription,
  tablePath,
  vaultPath,
  type BagDescription,
  type DescribedTable,
} from './bag-layout';
import { bagTables, type ColumnForm } from './bag-tables';
import { cellOfBag } from './bag-values';
import { linesOf } from './lines-of';
import { bagFaults } from './verify-bag';

const ROWS_A_STATEMENT = 1000;

export interface BagImport {
  readonly folder: string;
  readonly actor: string;
  readonly now: Date;
  readonly onStep?: (what: string) => void;
}

/**
 * Puts the archive of a bag into an empty project, so that it stands there as it stood: the same rows under the same
 * numbers, and the originals in the vault. The bag is verified first; rows are written in one transaction, so that all of
 * them are there or none. The search index is made by the triggers' queue afterwards.
 * @throws Refusal where the bag is damaged, the project is not empty, or its schema lacks what the bag holds
 */
export async function importArchive(
  knex: Knex,
  plan: WritePlan,
  vault: Vault,
  { folder, actor, now, onStep }: BagImport,
): Promise<BagDescription> {
  onStep?.('verify');
  const faults = await bagFaults(folder);
  if (faults.length > 0)
    throw new Refusal('invalid', `This bag cannot be trusted:\n${faults.slice(0, 20).join('\n')}`);
  const description = readDescription(await readFile(join(folder, BAG.description), 'utf8').catch(() => ''));
  if (!description)
    throw new Refusal('invalid', `${BAG.description} is not of a bag that this version can read.`);
  await refuseOtherSchema(knex, plan, description);
  onStep?.('originals');
  await keepOriginals(folder, vault);
  await tuneForBulk(knex);
  await knex.transaction(async (trx) => {
    await trx(typeOf(plan, PROFILE).table).delete();
    await refuseFullTables(trx, description);
    for (const table of description.tables) {
      onStep?.(table.name);
      await insertTable(trx, folder, table);
    }
    const details = { bag: folder, plugin: description.plugin, originals: description.originals };
    await addEvent(trx, plan, { kind: 'imported', actor, reason: 'from a bag', details }, now);
  });
  return description;
}

async function refuseOtherSchema(
  knex: Knex,
  plan: WritePlan,
  { tables, locales }: BagDescription,
): Promise<void> {
  const here = new Map((await bagTables(knex, plan)).map((table) => [table.name, table]));
  const missing = tables.flatMap(({ name, columns }) => {
    const own = here.get(name);
    if (!own) return [`table ${name}`];
    return Object.keys(columns)
      .filter((column) => !(column in own.columns))
      .map((column) => `column ${name}.${column}`);
  });
  if (missing.length > 0)
    throw new Refusal(
      'invalid',
      `This project lacks ${missing.slice(0, 10).join(', ')}, which the bag holds. Bring its content types to those of the bag's project.`,
    );
  const unknown = locales.filter((locale) => !plan.locales.codes.includes(locale));
  if (unknown.length > 0)
    throw new Refusal(
      'invalid',
      `Add the languages ${unknown.join(', ')} to this project first (Settings > Internationalization).`,
    );
}

async function refuseFullTables(trx: Knex.Transaction, { tables }: BagDescription): Promise<void> {
  for (const { name } of tables) {
    if (await trx(name).first(trx.raw('1')))
      throw new Refusal(
        'invalid',
        `This project is not empty: ${name} has rows. A bag goes into a new project.`,
      );
  }
}

async function keepOriginals(folder: string, vault: Vault): Promise<void> {
  const manifest = await readFile(join(folder, BAG.manifest), 'utf8');
  for (const [, sha256 = ''] of manifest.matchAll(
    /\bdata\/vault\/[0-9a-f]{2}\/[0-9a-f]{2}\/([0-9a-f]{64})$/gm,
  ))
    await vault.keep(join(folder, vaultPath(sha256)), sha256);
}

async function insertTable(trx: Knex.Transaction, folder: string, table: DescribedTable): Promise<void> {
  const columns = Object.entries(table.columns);
  const names = columns.map(([name]) => name);
  const path = tablePath(table.name);
  let rows = tableRows(table.name, names);
  let count = 0;
  for await (const line of linesOf(join(folder, path))) {
    count += 1;
    pushBagRow(rows.cells, columns, line, `${path}, line ${count}`);
    if (count % ROWS_A_STATEMENT !== 0) continue;
    await insertRows(trx, rows);
    rows = tableRows(table.name, names);
  }
  await insertRows(trx, rows);
  if (count !== table.rows)
    throw new Refusal('invalid', `${path} has ${count} rows, and ${BAG.description} tells of ${table.rows}.`);
  if (isPostgres(trx) && names.includes('id') && count > 0)
    await trx.raw(`select setval(pg_get_serial_sequence(?, 'id'), (select max(id) from ??))`, [
      `"${table.name}"`,
      table.name,
    ]);
}

function pushBagRow(
  cells: ReturnType<typeof tableRows>['cells'],
  columns: readonly (readonly [string, ColumnForm])[],
  line: string,
  place: string,
): void {
  try {
    const row = JSON.parse(line) as Record<string, unknown>;
    for (const [name, form] of columns) cells.push(cellOfBag(form, row[name]));
  } catch (error) {
    throw new Refusal('invalid', `${place}: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
