import { isDeepStrictEqual } from 'node:util';

import type { Knex } from 'knex';

import { readProfile, type Profile } from '../../../core/profiles/profile';
import { addEvent } from '../events/archive-event';
import { typeOf, type WritePlan } from '../import/plan/write-plan';
import { fromJson } from '../import/write/cell-of';
import { insertInternal } from '../import/write/insert-internal';
import { PROFILE } from '../plugin-id';

/** One version of a profile in the database. */
export interface StoredVersion {
  readonly profile: Profile;
  readonly origin: string;
}

/** Every version of every profile, or of one, the newest of each first. */
export async function storedVersions(knex: Knex, plan: WritePlan, name?: string): Promise<StoredVersion[]> {
  const rows: { definition: unknown; origin: string }[] = await knex(typeOf(plan, PROFILE).table)
    .where(name === undefined ? {} : { name })
    .orderBy([{ column: 'name' }, { column: 'version', order: 'desc' }])
    .select('definition', 'origin');
  return rows.flatMap(({ definition, origin }) => {
    const { profile } = readProfile(fromJson(definition));
    return profile === null ? [] : [{ profile, origin }];
  });
}

export interface Storing {
  readonly profile: Profile;
  /** `raised`: it differed from what is stored under its version, so it was given the next one. */
  readonly outcome: 'stored' | 'raised' | 'unchanged';
}

/**
 * Puts a profile into the database, in a transaction that has the write lock. No version is ever overwritten, since
 * records tell which one read them: a profile that says something else than the version it claims is the next version.
 */
export async function storeVersion(
  trx: Knex.Transaction,
  plan: WritePlan,
  profile: Profile,
  { actor, now }: { readonly actor: string; readonly now: Date },
): Promise<Storing> {
  const known = (await storedVersions(trx, plan, profile.name)).map((stored) => stored.profile);
  const newest = known[0];
  const same = known.find((one) => isDeepStrictEqual({ ...one, version: 0 }, { ...profile, version: 0 }));
  if (same !== undefined && (same === newest || same.version === profile.version)) {
    return { profile: same, outcome: 'unchanged' };
  }
  const isFree = newest === undefined || profile.version > newest.version;
  const stored = isFree ? profile : { ...profile, version: newest.version + 1 };
  const { name, version, title } = stored;
  const row = { name, version, title, definition: stored, origin: 'edited' };
  await insertInternal(trx, typeOf(plan, PROFILE), [row], now);
  const details = { change: 'create', name, version };
  await addEvent(trx, plan, { kind: 'profileChanged', actor, contentType: PROFILE, details }, now);
  return { profile: stored, outcome: isFree ? 'stored' : 'raised' };
}
