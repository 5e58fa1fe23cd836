import type { Profile } from '../../../../core/profiles/profile';

/** The profile of a job as the site has it today, where it has been changed since; a retry reads with that one. */
export function profileAsItStands(used: Profile | null, known: readonly Profile[]): Profile | null {
  if (used === null) return null;
  const today = known.find(({ name }) => name === used.name);
  return today && today.version >= used.version ? today : used;
}
