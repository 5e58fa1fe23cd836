import type { Knex } from 'knex';

import { ENTITY_CHANGES, MOVED_LINKS } from '../entities/change-table';
import type { ColumnPlan, TypePlan, WritePlan } from '../import/plan/write-plan';
import { MENTION_ARTICLES, MENTIONS } from '../mentions/mention-tables';
import { SIGNATURES, VARIANTS } from '../variants/variant-tables';

/** How a column's values are written in a bag, so that either database can take them. */
export type ColumnForm = 'time' | 'day' | 'truth' | 'json' | 'number' | 'text';

/** A table of the archive, whose rows a bag holds. */
export interface BagTable {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnForm>>;
  /** Columns that together tell its rows apart; rows come in their order. */
  readonly key: readonly string[];
}

/** Tables of the plugin's own that Strapi does not know of. What a search finds is made anew and is not among them. */
const OWN_TABLES: Readonly<Record<string, readonly string[]>> = {
  [ENTITY_CHANGES]: ['id'],
  [MOVED_LINKS]: ['merge', 'target', 'locale'],
  [MENTION_ARTICLES]: ['id'],
  [MENTIONS]: ['article', 'name'],
  [SIGNATURES]: ['id'],
  [VARIANTS]: ['id'],
};

/** Links to people of the admin stay behind: another project has other people. */
const PEOPLE = /^(?:created|updated)_by_id$/;

/**
 * Every table that makes up the archive, parents before what points at them: entries, components, links, and the
 * plugin's own. Uploaded images and the people of the admin are not part of it.
 */
export async function bagTables(knex: Knex, plan: WritePlan): Promise<BagTable[]> {
  const types = Object.values(plan.types);
  const planned = new Map<string, Readonly<Record<string, ColumnPlan>>>();
  for (const type of types) planned.set(type.table, type.columns);
  for (const { components } of types) {
    for (const one of Object.values(components)) planned.set(one.componentTable, one.columns);
  }
  const names = [...planned.keys(), ...joinTables(types), ...Object.keys(OWN_TABLES)];
  const tables: BagTable[] = [];
  for (const name of new Set(names)) {
    const columns = await columnsOf(knex, name, planned.get(name) ?? {});
    tables.push({ name, columns, key: OWN_TABLES[name] ?? ['id'] });
  }
  return tables;
}

function joinTables(types: readonly TypePlan[]): string[] {
  const known = new Set(types.map(({ uid }) => uid));
  return types.flatMap(({ components, links }) => [
    ...Object.values(components).map(({ table }) => table),
    ...Object.values(links)
      .filter(({ target }) => known.has(target))
      .map(({ table }) => table),
  ]);
}

async function columnsOf(
  knex: Knex,
  table: string,
  planned: Readonly<Record<string, ColumnPlan>>,
): Promise<Record<string, ColumnForm>> {
  const forms = new Map(Object.values(planned).map(({ column, type }) => [column, formOfAttribute(type)]));
  const found = await knex(table).columnInfo();
  const entries = Object.entries(found)
    .filter(([name]) => !PEOPLE.test(name))
    .map(([name, { type }]): [string, ColumnForm] => [name, forms.get(name) ?? formInDatabase(type)]);
  return Object.fromEntries(entries);
}

function formOfAttribute(type: string): ColumnForm {
  switch (type) {
    case 'datetime':
    case 'timestamp':
      return 'time';
    case 'date':
      return 'day';
    case 'boolean':
      return 'truth';
    case 'json':
    case 'blocks':
      return 'json';
    case 'integer':
    case 'biginteger':
    case 'float':
    case 'decimal':
    case 'increments':
      return 'number';
    default:
      return 'text';
  }
}

function formInDatabase(type: string): ColumnForm {
  if (/bool/i.test(type)) return 'truth';
  return /int|serial|float|double|real|numeric/i.test(type) ? 'number' : 'text';
}
