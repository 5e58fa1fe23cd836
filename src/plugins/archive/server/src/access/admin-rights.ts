import type { Core } from '@strapi/strapi';

import { PLUGIN_ID } from '../plugin-id';

/** What a role of the admin can be allowed, in Settings > Roles > Plugins > Archive. */
const RIGHTS = [
  { uid: 'read', displayName: 'See import jobs and their ledgers' },
  { uid: 'import', displayName: 'Start, pause, resume, cancel and retry imports' },
  { uid: 'rollback', displayName: 'Roll imports back' },
  { uid: 'review', displayName: 'Review quarantined records, dates and captions' },
  { uid: 'profiles', displayName: 'Edit profiles' },
  { uid: 'provenance', displayName: 'See where fields come from, with excerpts of the dumps' },
  { uid: 'withdraw', displayName: 'Withdraw articles and restore them' },
  { uid: 'erase', displayName: 'Erase articles for good, where the law demands it' },
  { uid: 'statistics', displayName: 'See how many articles there are and how they are dated' },
  { uid: 'entities', displayName: 'Merge, split and look through entities' },
  { uid: 'settings', displayName: 'See the settings of the archive, check and rebuild the search index' },
];

/** What the role "Archivist" is allowed: all but the settings. */
export const ARCHIVIST_RIGHTS = RIGHTS.map(({ uid }) => uid).filter((uid) => uid !== 'settings');

export async function registerAdminRights(strapi: Core.Strapi): Promise<void> {
  const actions = RIGHTS.map((right) => ({
    ...right,
    section: 'plugins',
    subCategory: 'imports',
    pluginName: PLUGIN_ID,
  }));
  await strapi.service('admin::permission').actionProvider.registerMany(actions);
}
