import type { Knex } from 'knex';

import { isPostgres } from './allocate-ids';

/**
 * `column` is one of `values`, however many: they travel as one value, since a place in the statement for each costs
 * more than the look-up.
 */
export function among(knex: Knex, column: string, values: readonly (string | number)[]): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw('?? = any(?)', [column, [...values]])
    : knex.raw('?? in (select value from json_each(?))', [column, JSON.stringify(values)]);
}
