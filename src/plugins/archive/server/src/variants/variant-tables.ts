import type { Knex } from 'knex';

import { isPostgres } from '../import/write/allocate-ids';

/** Texts in short, for finding near-duplicates; tables of the plugin's own, as for mentions. */
export const SIGNATURES = 'archive_signatures';
/** What was found to be a version of what, so that a person's correction is not made undone. */
export const VARIANTS = 'archive_variants';

/** Creates both tables where they are missing; called at every start, since Strapi does not know of them. */
export async function ensureVariantTables(knex: Knex, schema: string | undefined): Promise<void> {
  const place = schema ? `"${schema}".` : '';
  const id = isPostgres(knex) ? 'bigserial primary key' : 'integer primary key autoincrement';
  const statements = [
    `create table if not exists ${place}${SIGNATURES} (id ${id}, target varchar(32) not null,
      locale varchar(35) not null, job integer not null, words integer not null, bands text not null,
      bytes text not null)`,
    `create unique index if not exists ${SIGNATURES}_uq on ${place}${SIGNATURES} (target, locale)`,
    `create table if not exists ${place}${VARIANTS} (id ${id}, target varchar(32) not null,
      locale varchar(35) not null, variant_of varchar(32) not null, shared double precision not null,
      reason varchar(20) not null, job integer not null)`,
    `create unique index if not exists ${VARIANTS}_uq on ${place}${VARIANTS} (target, locale, variant_of)`,
    `create index if not exists ${VARIANTS}_of on ${place}${VARIANTS} (variant_of, locale)`,
  ];
  for (const statement of statements) await knex.raw(statement);
  // `kept` or `parted` once a person looked at the two; tables of earlier versions lack the column.
  if (!(await knex.schema.hasColumn(VARIANTS, 'decision'))) {
    await knex.schema.alterTable(VARIANTS, (table) => {
      table.string('decision', 10);
    });
  }
  await knex.raw(
    `create index if not exists ${VARIANTS}_undecided on ${place}${VARIANTS} (id) where decision is null`,
  );
}
