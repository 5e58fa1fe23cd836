import { errors } from '@strapi/utils';

import { readProfile, type Profile } from '../../../core/profiles/profile';

/**
 * A profile that somebody wrote.
 * @throws ValidationError with every fault and its place, in words and, for the editor, as `details.faults`
 */
export function checkedProfile(definition: unknown): Profile {
  const { profile, faults } = readProfile(definition);
  if (profile) return profile;
  const list = faults.map(({ path, message }) => `${path || 'profile'}: ${message}`).join('; ');
  throw new errors.ValidationError(`This does not fit the profile schema (docs/profiles.md): ${list}.`, {
    faults: [...faults],
  });
}
