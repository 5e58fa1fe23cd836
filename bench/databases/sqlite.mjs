/** A SQLite file that a benchmark may do anything with. */
import { copyFileSync, rmSync, statSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import BetterSqlite3 from 'better-sqlite3';

/** Opens the file as the site does: config/database.ts. */
export function openAsSite(file, options = {}) {
  const connection = new BetterSqlite3(file, options);
  if (!options.readonly) connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = NORMAL');
  connection.pragma('busy_timeout = 15000');
  return connection;
}

/** An empty database in `folder`; `from` makes it a copy of that file. */
export function createSqliteDatabase({ folder, left, from }) {
  const file = join(folder, `bench-${randomBytes(4).toString('hex')}.db`);
  left.add(() => removeFile(file));
  if (from !== undefined) copyFileSync(from, file);
  const read = (work) => {
    const connection = openAsSite(file, { readonly: true });
    try {
      return work(connection);
    } finally {
      connection.close();
    }
  };
  return {
    kind: 'sqlite',
    file,
    env: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: file },
    version: async () => `SQLite ${read((db) => db.prepare('select sqlite_version()').pluck().get())}`,
    contents: async () => read(contents),
    rowsSince: async (table, id) => read((db) => rowsSince(db, table, id)),
    references: async (table) => read((db) => references(db, table)),
    jobProgress: watchJob(file),
    bytes: async () => statSync(file).size,
    async copy() {
      const connection = openAsSite(file);
      connection.pragma('wal_checkpoint(TRUNCATE)');
      connection.close();
      return createSqliteDatabase({ folder, left, from: file });
    },
    drop: async () => removeFile(file),
  };
}

function removeFile(file) {
  for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
}

/** Rows and greatest ID of every table; virtual tables and what SQLite keeps for them are not rows anyone wrote. */
function contents(db) {
  const tables = db
    .prepare(
      `select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%'`,
    )
    .pluck()
    .all();
  return new Map(
    tables
      .filter((table) => columnsOf(db, table).includes('id'))
      .map((table) => [
        table,
        db.prepare(`select count(*) as count, max(id) as "maxId" from "${table}"`).get(),
      ]),
  );
}

function columnsOf(db, table) {
  return db.prepare('select name from pragma_table_info(?)').pluck().all(table);
}

function rowsSince(db, table, id) {
  const columns = columnsOf(db, table);
  const names = columns.map((column) => `"${column}"`).join(', ');
  const rows = db.prepare(`select ${names} from "${table}" where id > ? order by id`).raw().all(id);
  return { columns, rows };
}

function references(db, table) {
  return db.prepare('select "from" as column, "table" as target from pragma_foreign_key_list(?)').all(table);
}

/** Asks how far the newest job is, over one connection of its own that only reads. */
function watchJob(file) {
  return () => {
    const connection = openAsSite(file, { readonly: true });
    const newest = connection.prepare(
      'select id, records_read as records, state from archive_import_jobs order by id desc limit 1',
    );
    return { read: async () => ({ ...newest.get(), at: Date.now() }), close: async () => connection.close() };
  };
}
