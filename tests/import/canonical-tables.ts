import type { TestDatabase } from '../harness/test-database';

type Row = Record<string, unknown>;

/** Everything that an import writes for readers; its own bookkeeping has no counterpart in Strapi. */
const CONTENT = /^(articles|sources|entities|media_items|archive_eras|components_archive_)/;
const CLOCKS = new Set(['created_at', 'updated_at', 'published_at']);
/** Columns of link tables, by the table that they point at. `*_cmps` tables are told apart below. */
const POINTS_AT: Readonly<Record<string, string>> = {
  article_id: 'articles',
  inv_article_id: 'articles',
  source_id: 'sources',
  inv_source_id: 'sources',
  entity_id: 'entities',
  inv_entity_id: 'entities',
  media_item_id: 'media_items',
  era_id: 'archive_eras',
};
const COMPONENT_TABLES: Readonly<Record<string, string>> = {
  'archive.name': 'components_archive_names',
  'archive.caption': 'components_archive_captions',
  'archive.identifiers': 'components_archive_identifiers',
};

/**
 * The content tables with numbers in place of what differs from database to database: rows and documents are
 * numbered in the order of their creation, clock values keep only their form. Equal content gives equal results.
 */
export async function canonicalTables(database: TestDatabase): Promise<Record<string, Row[]>> {
  const names = new Set((await database.columns()).map((row) => String(row['table_name'])));
  const tables: Record<string, Row[]> = {};
  // The search index is proven by tests of its own; its parts depend on the order of writing.
  for (const table of [...names].filter((name) => CONTENT.test(name) && !name.includes('_search_'))) {
    tables[table] = await database.rows(`SELECT * FROM ${table} ORDER BY id`);
  }
  return Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => {
      const canonical = rows.map((row) => canonicalRow(tables, table, row));
      // The number of a link says nothing; its order column does.
      const sorted = isLinkTable(table) ? canonical.map(withoutId).sort(byText) : canonical;
      return [table, sorted];
    }),
  );
}

function isLinkTable(table: string): boolean {
  return /_(lnk|cmps)$/.test(table);
}

function canonicalRow(tables: Record<string, Row[]>, table: string, row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, canonicalValue(tables, table, row, column, value)]),
  );
}

function canonicalValue(
  tables: Record<string, Row[]>,
  table: string,
  row: Row,
  column: string,
  value: unknown,
): unknown {
  if (value === null) return null;
  if (CLOCKS.has(column)) return clockForm(value);
  if (column === 'id') return isLinkTable(table) ? null : numberOf(tables[table], 'id', value);
  if (column === 'document_id') return numberOf(tables[table], 'document_id', value);
  const target = pointsAt(table, row, column);
  return target === undefined ? value : numberOf(tables[target], 'id', value);
}

function pointsAt(table: string, row: Row, column: string): string | undefined {
  if (!isLinkTable(table)) return undefined;
  if (!table.endsWith('_cmps')) return POINTS_AT[column];
  if (column === 'entity_id') return table.replace(/_cmps$/, '');
  return column === 'cmp_id' ? COMPONENT_TABLES[String(row['component_type'])] : undefined;
}

/** Which of the distinct values of a column this is, counted from 1 in the order of their rows. */
function numberOf(rows: readonly Row[] | undefined, column: string, value: unknown): number {
  const distinct = [...new Set((rows ?? []).map((row) => row[column]))];
  const index = distinct.indexOf(value);
  if (index < 0) throw new Error(`${column} ${String(value)} points at nothing.`);
  return index + 1;
}

/** `number` in SQLite; in PostgreSQL `0000-00-00 00:00:00`, without the fraction, whose length varies. */
function clockForm(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\.\d+$/, '').replace(/\d/g, '0') : typeof value;
}

function withoutId({ id: _, ...rest }: Row): Row {
  return rest;
}

function byText(a: Row, b: Row): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
