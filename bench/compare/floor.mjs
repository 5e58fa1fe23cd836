/** The floor: the database's own fastest way to take the same rows, with nothing read, parsed, looked up or checked. */
import { copyIn } from '../databases/copy-in.mjs';
import { connect } from '../databases/postgres.mjs';
import { openAsSite } from '../databases/sqlite.mjs';

/** Writes the transactions into a prepared database; resolves to the seconds that took. */
export function writeFloor(database, transactions) {
  return database.kind === 'sqlite'
    ? writeSqlite(database, transactions)
    : writePostgres(database, transactions);
}

async function writeSqlite(database, transactions) {
  const connection = openAsSite(database.file);
  const inserts = new Map();
  const insertOf = ({ name, columns }) => {
    const marks = columns.map(() => '?').join(', ');
    const names = columns.map((column) => `"${column}"`).join(', ');
    if (!inserts.has(name))
      inserts.set(name, connection.prepare(`insert into "${name}" (${names}) values (${marks})`));
    return inserts.get(name);
  };
  const write = connection.transaction((tables) => {
    for (const table of tables) {
      const insert = insertOf(table);
      for (const row of table.rows) insert.run(row);
    }
  });
  const started = performance.now();
  for (const tables of transactions) write(tables);
  const seconds = (performance.now() - started) / 1000;
  connection.close();
  return seconds;
}

async function writePostgres(database, transactions) {
  const client = await connect(database.url);
  const started = performance.now();
  for (const tables of transactions) {
    await client.query('begin');
    for (const { name, columns, rows } of tables) await copyIn(client, name, columns, rows);
    await client.query('commit');
  }
  const seconds = (performance.now() - started) / 1000;
  await client.end();
  return seconds;
}
