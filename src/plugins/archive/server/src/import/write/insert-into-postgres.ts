import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type { Knex } from 'knex';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

import type { Cell } from './cell-of';
import type { TableRows } from './table-rows';

/** Text that is sent at a time, in UTF-16 units. */
const PART = 256 * 1024;

/** `COPY ... FROM STDIN` in its text format: PostgreSQL plans and parses no statement for the rows. */
export async function insertIntoPostgres(
  trx: Knex.Transaction,
  { table, columns, cells }: TableRows,
): Promise<void> {
  const connection = (await (trx.client as Knex.Client).acquireConnection()) as Client;
  const names = columns.map(quoted).join(', ');
  const stream = connection.query(copyFrom(`copy ${quoted(table)} (${names}) from stdin`));
  await pipeline(Readable.from(linesOf(cells, columns.length)), stream);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Rows as lines, cells parted by tabs, gathered into parts. */
function* linesOf(cells: readonly Cell[], width: number): Generator<string> {
  let part = '';
  for (let at = 0; at < cells.length; at += 1) {
    part += copyText(cells[at] ?? null) + ((at + 1) % width === 0 ? '\n' : '\t');
    if (part.length < PART) continue;
    yield part;
    part = '';
  }
  if (part !== '') yield part;
}

/** What would end a cell or a line, and the backslash that says so. */
const SPECIAL = /[\\\t\n\r]/g;
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function copyText(cell: Cell): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'string') return cell.replace(SPECIAL, (character) => ESCAPED[character] ?? character);
  return cell instanceof Date ? localTime(cell) : String(cell);
}

/**
 * Strapi's columns are `timestamp` without zone, and its driver writes the local time of the process; the same here,
 * or the two would differ by the zone's offset.
 */
function localTime(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  return `${day} ${time}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}
