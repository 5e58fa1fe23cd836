import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';

import type { Profile } from '../../../core/profiles/profile';
import type { ProfileOrigin, ProfilePage, ProfileVersions, SavedProfile } from '../../../shared/profile-api';
import { actorOfRequest } from '../events/actor';
import { loadedPlan } from '../import/plan/loaded-plan';
import { beginWriting } from '../import/write/begin-writing';
import { storedVersions, storeVersion } from './stored-versions';

/** Profiles for the admin: every version is kept, none is ever changed. */
export interface ProfileService {
  list(page: number, pageSize: number): Promise<ProfilePage>;
  versions(name: string): Promise<ProfileVersions>;
  save(profile: Profile): Promise<SavedProfile>;
}

export function createProfileService({ strapi }: { strapi: Core.Strapi }): ProfileService {
  const knex = strapi.db.connection;
  return {
    async list(page, pageSize) {
      const all = await storedVersions(knex, await loadedPlan(strapi));
      const names = [...new Set(all.map(({ profile }) => profile.name))];
      const shown = names.slice((page - 1) * pageSize, page * pageSize);
      const data = shown.flatMap((name) => {
        const versions = all.filter(({ profile }) => profile.name === name);
        const [newest] = versions;
        if (!newest) return [];
        const { title, version } = newest.profile;
        const origin = newest.origin as ProfileOrigin;
        return [{ name, title, version, versions: versions.length, origin }];
      });
      const pageCount = Math.ceil(names.length / pageSize);
      return { data, meta: { pagination: { page, pageSize, pageCount, total: names.length } } };
    },
    async versions(name) {
      const data = await storedVersions(knex, await loadedPlan(strapi), name);
      if (data.length === 0) throw new errors.NotFoundError(`There is no profile called "${name}".`);
      return { data: data.map(({ profile, origin }) => ({ profile, origin: origin as ProfileOrigin })) };
    },
    async save(profile) {
      const plan = await loadedPlan(strapi);
      const by = { actor: actorOfRequest(strapi), now: new Date() };
      return knex.transaction(async (trx) => {
        await beginWriting(trx, plan);
        return storeVersion(trx, plan, profile, by);
      });
    },
  };
}
