import type { Knex } from 'knex';

import { isPostgres } from '../import/write/allocate-ids';

/** What people decided about records: the queue of what is still to be done, and the memory of what was. */
export const ENTITY_CHANGES = 'archive_entity_changes';
/** Links that a merge moved, so that it can be undone. */
export const MOVED_LINKS = 'archive_moved_links';

/** Creates both tables where they are missing; called at every start, since Strapi does not know of them. */
export async function ensureChangeTables(knex: Knex, schema: string | undefined): Promise<void> {
  const place = schema ? `"${schema}".` : '';
  const id = isPostgres(knex) ? 'bigserial primary key' : 'integer primary key autoincrement';
  const statements = [
    `create table if not exists ${place}${ENTITY_CHANGES} (id ${id}, kind varchar(20) not null,
      entity varchar(32) not null, other varchar(32), names text not null, state varchar(10) not null)`,
    `create index if not exists ${ENTITY_CHANGES}_entity on ${place}${ENTITY_CHANGES} (entity)`,
    `create index if not exists ${ENTITY_CHANGES}_open on ${place}${ENTITY_CHANGES} (state) where state = 'open'`,
    `create table if not exists ${place}${MOVED_LINKS} (merge integer not null, target varchar(32) not null,
      locale varchar(35) not null, had_both integer not null, primary key (merge, target, locale))`,
  ];
  for (const statement of statements) await knex.raw(statement);
}
