import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { isPostgres } from '../import/write/allocate-ids';
import { ARCHIVE_EVENT } from '../plugin-id';

const REFUSAL = 'The log of the archive takes no changes: rows are only added.';

/** Refuses every change of a logged row that goes through Strapi. */
export function refuseLogChanges(strapi: Core.Strapi): void {
  const refuse = () => {
    throw new errors.ForbiddenError(REFUSAL);
  };
  strapi.db.lifecycles.subscribe({
    models: [ARCHIVE_EVENT],
    beforeUpdate: refuse,
    beforeUpdateMany: refuse,
    beforeDelete: refuse,
    beforeDeleteMany: refuse,
  });
}

/**
 * Lets the database itself refuse changes of the log, whoever asks. Created at every start where they are missing:
 * a changed schema drops the triggers of an SQLite table.
 */
export async function ensureLogTriggers(strapi: Core.Strapi): Promise<void> {
  const knex = strapi.db.connection;
  const { tableName } = strapi.db.metadata.get(ARCHIVE_EVENT);
  if (!isPostgres(knex)) {
    for (const change of ['update', 'delete']) {
      const trigger = `${tableName}_no_${change}`;
      await knex.raw(
        `create trigger if not exists ?? before ${change} on ?? begin select raise(abort, '${REFUSAL}'); end`,
        [trigger, tableName],
      );
    }
    return;
  }
  const schema = strapi.db.getSchemaName() ?? 'public';
  const name = `${tableName}_append_only`;
  const present: { rows: unknown[] } = await knex.raw(
    `select 1 from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where t.tgname = ? and c.relname = ? and n.nspname = ?`,
    [name, tableName, schema],
  );
  if (present.rows.length > 0) return;
  await knex.raw(
    `create or replace function ??.??() returns trigger language plpgsql as
     $$ begin raise exception '${REFUSAL}'; end $$`,
    [schema, name],
  );
  await knex.raw('create trigger ?? before update or delete on ??.?? for each row execute function ??.??()', [
    name,
    schema,
    tableName,
    schema,
    name,
  ]);
}
