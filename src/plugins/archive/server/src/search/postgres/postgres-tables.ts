import type { Knex } from 'knex';

import type { SearchShape } from '../search-shape';

/** Words of which so many kinds are counted, for a good guess at how common one is. */
const STATISTICS = 1000;

/** Creates what is missing; true where something was. */
export async function createPostgresTables(knex: Knex, shape: SearchShape): Promise<boolean> {
  const present = await objectNames(knex);
  const { docs, queue, counts } = shape.tables;
  const statements: readonly (readonly [name: string, sql: string])[] = [
    [
      docs,
      `create table "${docs}" (doc bigint primary key, row_id integer not null unique, published boolean not null,
        latest integer not null, tags text not null, hash text not null, changed text not null,
        words tsvector not null)`,
    ],
    [`${docs}_order`, `create index "${docs}_order" on "${docs}" (doc desc) where published`],
    // A list of what is pending would make single searches slow and commits uneven.
    [
      `${docs}_published`,
      `create index "${docs}_published" on "${docs}" using gin (words) with (fastupdate = off) where published;
       alter table "${docs}" alter column words set statistics ${STATISTICS}`,
    ],
    [
      `${docs}_drafts`,
      `create index "${docs}_drafts" on "${docs}" using gin (words) with (fastupdate = off) where not published`,
    ],
    [queue, `create table "${queue}" (seq bigserial primary key, row_id integer not null)`],
    [counts, `create table "${counts}" (seq bigserial primary key, tag text not null, n integer not null)`],
    [`${counts}_tag`, `create index "${counts}_tag" on "${counts}" (tag text_pattern_ops, n)`],
    [`${queue}_rows`, queueFunction(`${queue}_rows`)],
    ...triggersOf(shape),
  ];
  const missing = statements.filter(([name]) => !present.has(name));
  for (const [, sql] of missing) await knex.raw(sql);
  return missing.length > 0;
}

/** Set in a transaction that indexes what it writes by itself. */
export const UNQUEUED = 'archive.unqueued';

/** The queue only grows at its end, so that writers never wait for each other there. */
function queueFunction(name: string): string {
  return `create function "${name}"() returns trigger language plpgsql as $body$
    begin
      if current_setting('${UNQUEUED}', true) = 'on' then return null; end if;
      execute format('insert into %I.%I (row_id) select distinct %I from changed where %I is not null',
        tg_table_schema, tg_argv[0], tg_argv[1], tg_argv[1]);
      return null;
    end $body$`;
}

/** Whoever changes articles or their links, by whatever way, queues them in the same transaction. */
function triggersOf(shape: SearchShape): [string, string][] {
  const watched: [table: string, column: string][] = [
    [shape.table, 'id'],
    ...Object.values(shape.links).map((link): [string, string] => [link.table, link.from]),
  ];
  const events = [
    ['insert', 'new'],
    ['update', 'new'],
    ['delete', 'old'],
  ] as const;
  return watched.flatMap(([table, column]) =>
    events.map(([event, rows]): [string, string] => [
      `${table}_search_${event}`,
      `create trigger "${table}_search_${event}" after ${event} on "${table}" referencing ${rows} table as changed
       for each statement execute function "${shape.tables.queue}_rows"('${shape.tables.queue}', '${column}')`,
    ]),
  );
}

async function objectNames(knex: Knex): Promise<Set<string>> {
  const { rows }: { rows: { name: string }[] } = await knex.raw(
    `select relname as name from pg_class where relnamespace = current_schema()::text::regnamespace
     union select tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
       where c.relnamespace = current_schema()::text::regnamespace
     union select proname from pg_proc where pronamespace = current_schema()::text::regnamespace`,
  );
  return new Set(rows.map((row) => row.name));
}
