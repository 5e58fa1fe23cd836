/** Loads invented articles straight into the tables of a prepared site, draft and published rows with their links. */
import { openAsSite } from '../databases/sqlite.mjs';
import { connect } from '../databases/postgres.mjs';
import { copyIn } from '../databases/copy-in.mjs';
import { ENTITIES, ERAS, inventedRows, SOURCES } from './invented-rows.mjs';

const ARTICLES_A_STEP = 1000;
const TIME = Date.UTC(2020, 0, 1);
const STAMP = '2020-01-01 00:00:00.000';

const ARTICLE_COLUMNS = [
  ...['id', 'document_id', 'locale', 'title', 'slug', 'byline', 'body', 'section', 'legacy_id', 'legacy_url'],
  ...['date_edtf', 'date_earliest', 'date_latest', 'date_basis', 'created_at', 'updated_at', 'published_at'],
];
const RECORDS = { sources: SOURCES, archive_eras: ERAS, entities: ENTITIES };

/** @param put writes rows of values into a table; dates are what the database takes */
async function loadInto(put, { articles, words, now, startAt, say }) {
  const rowOf = inventedRows({ words });
  for (const [table, count] of Object.entries(RECORDS)) {
    const rows = Array.from({ length: count }, (_, n) => [
      startAt[table] + n + 1,
      `${table.replace('_', '')}${n}`.padEnd(24, 'x').slice(0, 24),
      `${table} ${n}`,
      `${table.replace('_', '-')}-${n}`,
      ...[now, now],
    ]);
    await put(table, ['id', 'document_id', 'name', 'slug', 'created_at', 'updated_at'], rows);
  }
  for (let first = 0; first < articles; first += ARTICLES_A_STEP) {
    const step = Array.from({ length: Math.min(ARTICLES_A_STEP, articles - first) }, (_, n) =>
      rowOf(first + n),
    );
    const idOf = (n, published) => startAt.articles + (first + n) * 2 + (published ? 2 : 1);
    const both = step.flatMap((article, n) =>
      [false, true].map((published) => [idOf(n, published), article, published]),
    );
    await put(
      'articles',
      ARTICLE_COLUMNS,
      both.map((row) => articleRow(row, now)),
    );
    const links = (target) =>
      both.flatMap(([id, article]) => target(article).map((to, order) => [id, to, order + 1]));
    const one = (table, target) => links(target).map(([id, to]) => [id, startAt[table] + to]);
    await put(
      'articles_source_lnk',
      ['article_id', 'source_id'],
      one('sources', ({ source }) => [source]),
    );
    await put(
      'articles_era_lnk',
      ['article_id', 'era_id'],
      one('archive_eras', ({ era }) => [era]),
    );
    await put(
      'articles_entities_lnk',
      ['article_id', 'entity_id', 'entity_ord'],
      links(({ entities }) => entities).map(([id, to, order]) => [id, startAt.entities + to, order]),
    );
    if (first % 100_000 === 0 && first > 0) say(`  ${first} articles`);
  }
}

function articleRow([id, article, published], now) {
  const { date } = article;
  return [
    ...[
      id,
      article.documentId,
      'en',
      article.title,
      article.slug,
      article.byline,
      article.body,
      article.section,
    ],
    ...[article.legacyId, article.legacyUrl, date.edtf, date.earliest, date.latest, date.basis],
    ...[now, now, published ? now : null],
  ];
}

const TABLES = ['articles', ...Object.keys(RECORDS)];
const LINKS = ['articles_source_lnk', 'articles_era_lnk', 'articles_entities_lnk'];

export async function loadArticles(database, options) {
  return database.kind === 'sqlite' ? loadSqlite(database, options) : loadPostgres(database, options);
}

async function loadSqlite({ file }, options) {
  const db = openAsSite(file);
  try {
    db.pragma('synchronous = OFF');
    db.pragma('cache_size = -200000');
    // The index is made afterwards, as by `search reindex`.
    const triggers = db.prepare(
      `select name from sqlite_master where type = 'trigger' and name like '%_search_%'`,
    );
    for (const name of triggers.pluck().all()) db.exec(`drop trigger "${name}"`);
    const startAt = Object.fromEntries(
      TABLES.map((table) => [table, db.prepare(`select coalesce(max(id), 0) from "${table}"`).pluck().get()]),
    );
    const statements = new Map();
    const put = async (table, columns, rows) => {
      const names = columns.map((column) => `"${column}"`).join(', ');
      const sql = `insert into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`;
      const statement = statements.get(sql) ?? db.prepare(sql);
      statements.set(sql, statement);
      db.transaction(() => rows.forEach((row) => statement.run(row)))();
    };
    await loadInto(put, { ...options, now: TIME, startAt });
    db.exec('analyze');
  } finally {
    db.close();
  }
}

async function loadPostgres({ url }, options) {
  const client = await connect(url);
  try {
    for (const table of ['articles', ...LINKS])
      await client.query(`alter table "${table}" disable trigger user`);
    const startAt = {};
    for (const table of TABLES) {
      const { rows } = await client.query(`select coalesce(max(id), 0) as id from "${table}"`);
      startAt[table] = rows[0].id;
    }
    const text = (value) => (value === null ? null : String(value));
    const put = (table, columns, rows) =>
      copyIn(
        client,
        table,
        columns,
        rows.map((row) => row.map(text)),
      );
    await loadInto(put, { ...options, now: STAMP, startAt });
    for (const table of TABLES)
      await client.query(
        `select setval(pg_get_serial_sequence('"${table}"', 'id'), (select max(id) from "${table}"))`,
      );
    for (const table of ['articles', ...LINKS])
      await client.query(`alter table "${table}" enable trigger user`);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}
