/** A PostgreSQL database that a benchmark may do anything with. */
import { randomBytes } from 'node:crypto';

import pg from 'pg';

const SERVER = process.env.TEST_POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

export async function connect(connectionString = SERVER) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}

/** An empty database called backfile_bench_*; `from` makes it a copy of that one, which nobody may be using. */
export async function createPostgresDatabase({ left, from }) {
  const name = `backfile_bench_${randomBytes(5).toString('hex')}`;
  await once(SERVER, (db) =>
    db.query(`create database ${name}${from === undefined ? '' : ` template ${from}`}`),
  );
  const drop = () => once(SERVER, (db) => db.query(`drop database if exists ${name} with (force)`));
  left.add(drop);
  const address = new URL(SERVER);
  address.pathname = `/${name}`;
  const url = address.href;
  return {
    kind: 'postgres',
    url,
    env: { DATABASE_CLIENT: 'postgres', DATABASE_URL: url },
    version: async () => `PostgreSQL ${await one(url, `select current_setting('server_version')`)}`,
    contents: () => once(url, contents),
    rowsSince: (table, id) => once(url, (db) => rowsSince(db, table, id)),
    references: (table) => once(url, (db) => references(db, table)),
    jobProgress: watchJob(url),
    bytes: async () => Number(await one(url, 'select pg_database_size(current_database())')),
    copy: () => createPostgresDatabase({ left, from: name }),
    drop,
  };
}

async function once(url, work) {
  const client = await connect(url);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const one = (url, sql) => once(url, async (db) => Object.values((await db.query(sql)).rows[0])[0]);

async function contents(db) {
  const { rows } = await db.query(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'id' order by 1`,
  );
  const found = new Map();
  for (const { name } of rows) {
    const answer = await db.query(`select count(*)::int as count, max(id) as "maxId" from "${name}"`);
    found.set(name, answer.rows[0]);
  }
  return found;
}

/** Every value as text, as COPY takes it. */
async function rowsSince(db, table, id) {
  const found = await db.query(
    `select column_name as name from information_schema.columns
     where table_schema = 'public' and table_name = $1 order by ordinal_position`,
    [table],
  );
  const columns = found.rows.map(({ name }) => name);
  const values = columns.map((column) => `"${column}"::text`).join(', ');
  const text = `select ${values} from "${table}" where "${table}".id > $1 order by "${table}".id`;
  const { rows } = await db.query({ text, values: [id], rowMode: 'array' });
  return { columns, rows };
}

async function references(db, table) {
  const { rows } = await db.query(
    `select a.attname as "column", c.confrelid::regclass::text as target
     from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.conrelid = ('"' || $1 || '"')::regclass`,
    [table],
  );
  return rows;
}

/** Asks how far the newest job is, over one connection of its own that only reads. */
function watchJob(url) {
  return () => {
    const opened = connect(url);
    const sql = 'select id, records_read as records, state from archive_import_jobs order by id desc limit 1';
    return {
      read: async () => ({ ...(await (await opened).query(sql)).rows[0], at: Date.now() }),
      close: async () => (await opened).end(),
    };
  };
}
