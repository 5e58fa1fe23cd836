import type { TestDatabase } from '../harness/test-database';

type Row = Record<string, unknown>;

/** Every table with its rows in the order of their numbers, each as JSON. */
export type Comparable = Record<string, string[]>;

/** What says where a job ran and how long it was thought to take, not what it did. */
const OF_THE_PROCESS = ['owner', 'pid', 'host', 'expected', 'speed'];
const LINKS = ['source', 'era', 'entities', 'mediaItems', 'publisher', 'holder'];
/** In the ledger's changes, which are JSON inside JSON. */
const ROW_CHANGED_AT = /(rowChangedAt\\*": ?\\*")[^"\\]+/g;
const DOCUMENT_ID = /\b[a-z][a-z0-9]{23}\b/g;

/**
 * All that a database holds, so that two databases in which the same happened are equal: document IDs and numbers
 * become places in their table, and times only say whether there is one. Links, ledgers and keys follow.
 */
export async function comparable(database: TestDatabase): Promise<Comparable> {
  const tables = await tablesOf(database);
  const numbers = placesOfNumbers(tables);
  const documents = placesOfDocuments(tables);
  const targets = await foreignKeys(database);
  // Tables that Strapi does not manage declare none.
  targets.set('archive_mentions.article', 'archive_mention_articles');
  const seen: Comparable = {};
  for (const [table, rows] of tables) {
    const components = new Map<unknown, number>();
    seen[table] = rows.map((row) => {
      const plain = Object.entries(row).map(([column, value]) => {
        if (column === 'id') return [column, numbers.get(table)?.get(value) ?? value];
        if (column === 'cmp_id') return [column, placeOf(components, value)];
        const target = targets.get(`${table}.${column}`);
        if (target !== undefined) return [column, numbers.get(target)?.get(value) ?? null];
        if (column.endsWith('_at')) return [column, value === null ? null : 'a time'];
        if (OF_THE_PROCESS.includes(column)) return [column, null];
        if (table === 'archive_imported' && column === 'fields') return [column, withoutLinkHashes(value)];
        return [column, value];
      });
      const json = JSON.stringify(Object.fromEntries(plain));
      return json.replace(ROW_CHANGED_AT, '$1a time').replace(DOCUMENT_ID, (id) => documents.get(id) ?? id);
    });
    if (rows.some((row) => !('id' in row))) seen[table].sort();
  }
  return seen;
}

/** Hashes of links are made of document IDs; the links themselves are compared in their own tables. */
function withoutLinkHashes(fields: unknown): unknown {
  const hashes = (typeof fields === 'string' ? JSON.parse(fields) : fields) as Record<string, string>;
  return Object.keys(hashes)
    .sort()
    .map((name) => [name, LINKS.includes(name) ? 'links' : hashes[name]]);
}

/** Tables whose rows differ, with the first row that does, for a person who reads a failed test. */
export function differences(before: Comparable, after: Comparable, leaving: RegExp = /^$/): string[] {
  const tables = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (one) => !leaving.test(one),
  );
  return tables.flatMap((table) => {
    const [one = [], other = []] = [before[table], after[table]];
    const length = Math.max(one.length, other.length);
    for (let at = 0; at < length; at += 1) {
      if (one[at] === other[at]) continue;
      return [
        `${table} (${one.length} and ${other.length} rows), row ${at}: ${one[at] ?? '-'} <> ${other[at] ?? '-'}`,
      ];
    }
    return [];
  });
}

async function tablesOf(database: TestDatabase): Promise<Map<string, Row[]>> {
  const columns = new Map<string, string[]>();
  for (const row of await database.columns()) {
    const table = String(row['table_name']);
    // The parts of the search index depend on the order of writing; tests of its own prove it.
    if (table.includes('_search_')) continue;
    columns.set(table, [...(columns.get(table) ?? []), String(row['column_name'])]);
  }
  const tables = new Map<string, Row[]>();
  for (const [table, names] of columns) {
    const order = names.includes('id') ? ' ORDER BY id' : '';
    tables.set(table, await database.rows(`SELECT * FROM "${table}"${order}`));
  }
  return tables;
}

function placesOfNumbers(tables: ReadonlyMap<string, Row[]>): Map<string, Map<unknown, number>> {
  return new Map(
    [...tables].map(([table, rows]) => [table, new Map(rows.map((row, place) => [row['id'], place + 1]))]),
  );
}

function placesOfDocuments(tables: ReadonlyMap<string, Row[]>): Map<string, string> {
  const places = new Map<string, string>();
  for (const [table, rows] of tables) {
    const own = rows.map((row) => row['document_id']).filter((id) => typeof id === 'string');
    for (const [place, id] of [...new Set(own)].entries()) places.set(id, `${table}-${place + 1}`);
  }
  return places;
}

function placeOf(places: Map<unknown, number>, value: unknown): number {
  const place = places.get(value) ?? places.size + 1;
  places.set(value, place);
  return place;
}

/** The table that a column's numbers belong to, by `table.column`. */
async function foreignKeys(database: TestDatabase): Promise<Map<string, string>> {
  const rows = await database.rows(
    database.kind === 'sqlite'
      ? `SELECT m.name AS "from", f."from" AS "column", f."table" AS "to"
         FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'`
      : `SELECT c.conrelid::regclass::text AS "from", a.attname AS "column", c.confrelid::regclass::text AS "to"
         FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
         WHERE c.contype = 'f'`,
  );
  const bare = (name: unknown) => String(name).replaceAll('"', '');
  return new Map(rows.map((row) => [`${bare(row['from'])}.${bare(row['column'])}`, bare(row['to'])]));
}
