import type { Knex } from 'knex';

import { isPostgres } from '../import/write/allocate-ids';

/**
 * Mentions lie in two tables of the plugin's own, not in a content type: an article has a dozen, and the columns and
 * indexes that Strapi gives every type made each seven times as dear to write.
 */
export const MENTION_ARTICLES = 'archive_mention_articles';
export const MENTIONS = 'archive_mentions';

/** Creates both tables where they are missing; called at every start, since Strapi does not know of them. */
export async function ensureMentionTables(knex: Knex, schema: string | undefined): Promise<void> {
  const place = schema ? `"${schema}".` : '';
  const postgres = isPostgres(knex);
  const id = postgres ? 'bigserial primary key' : 'integer primary key autoincrement';
  const number = postgres ? 'bigint' : 'integer';
  const clustered = postgres ? '' : ' without rowid';
  const statements = [
    // `before` holds what a later import replaced, so that undoing that import can put it back.
    `create table if not exists ${place}${MENTION_ARTICLES} (id ${id}, target varchar(32) not null,
      locale varchar(35) not null, job integer not null, before text)`,
    `create unique index if not exists ${MENTION_ARTICLES}_uq on ${place}${MENTION_ARTICLES} (target, locale)`,
    `create table if not exists ${place}${MENTIONS} (article ${number} not null, name ${number} not null,
      entity varchar(32), text varchar(255) not null, kind varchar(20), title varchar(255), stands_for varchar(255),
      confidence double precision not null, spans text not null, primary key (article, name))${clustered}`,
    `create index if not exists ${MENTIONS}_name on ${place}${MENTIONS} (name)`,
    `create index if not exists ${MENTIONS}_entity on ${place}${MENTIONS} (entity) where entity is not null`,
  ];
  for (const statement of statements) await knex.raw(statement);
}
