import type { Knex } from 'knex';

import { typeOf, type WritePlan } from '../import/plan/write-plan';
import { keyOf, type KeyKind } from '../import/resolve/record-keys';
import { RECORD_KEY } from '../plugin-id';

/** An article that a key leads to. */
export interface Found {
  readonly contentType: string;
  readonly target: string;
  readonly locale: string;
  readonly key: string;
}

/** Of more articles under one key nobody could choose. */
const MOST_ROWS = 50;

/** The articles that any of the keys leads to, the likeliest key first; a duplicate's come last. */
export async function findByKeys(
  knex: Knex,
  plan: WritePlan,
  kinds: readonly KeyKind[],
  keys: readonly string[],
): Promise<Found[]> {
  if (keys.length === 0) return [];
  const stored = keys.map((key) => keyOf('url', key).key);
  const rows: (Found & { id: number; duplicate: unknown })[] = await knex(typeOf(plan, RECORD_KEY).table)
    .whereIn('key', stored)
    .whereIn('kind', [...kinds])
    .limit(MOST_ROWS)
    .select('id', 'key', 'target', 'locale', 'duplicate', { contentType: 'content_type' });
  const rank = (row: Found & { duplicate: unknown }) => stored.indexOf(row.key) * 2 + (row.duplicate ? 1 : 0);
  const ranked = [...rows].sort((one, other) => rank(one) - rank(other) || other.id - one.id);
  const seen = new Set<string>();
  return ranked.filter(({ target, locale }) => {
    const name = `${target}/${locale}`;
    return !seen.has(name) && seen.add(name);
  });
}
