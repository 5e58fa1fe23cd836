import type { Knex } from 'knex';

import { readProfile, type Profile } from '../../../core/profiles/profile';
import { fromJson } from '../import/write/cell-of';
import { typeOf, type WritePlan } from '../import/plan/write-plan';
import { PROFILE } from '../plugin-id';

/** Every profile that the site knows. */
export async function storedProfiles(knex: Knex, plan: WritePlan): Promise<Profile[]> {
  const rows: { definition: unknown }[] = await knex(typeOf(plan, PROFILE).table).select('definition');
  return rows.flatMap((row) => readProfile(fromJson(row.definition)).profile ?? []);
}

/** Of several lists of profiles, the newest version of each name; of equal versions the first. */
export function newestProfiles(profiles: readonly Profile[]): Profile[] {
  const newest = new Map<string, Profile>();
  for (const profile of profiles) {
    const known = newest.get(profile.name);
    if (!known || profile.version > known.version) newest.set(profile.name, profile);
  }
  return [...newest.values()];
}
