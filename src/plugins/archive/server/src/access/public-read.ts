import type { Core } from '@strapi/strapi';

import type { ArchiveConfig } from '../config/archive-config';
import { ERA, PLUGIN_ID } from '../plugin-id';

const PERMISSION = 'plugin::users-permissions.permission';
const ROLE = 'plugin::users-permissions.role';
const MEMORY = { type: 'plugin', name: PLUGIN_ID, key: 'public_read_granted' };

/**
 * Grants (`publicRead: true`) or takes back what it granted before (`false`) the public role's reading rights.
 * Rights that a person gave in the admin are left alone.
 */
export async function applyPublicRead(strapi: Core.Strapi, config: ArchiveConfig): Promise<void> {
  if (!strapi.plugin('users-permissions')) {
    if (config.publicRead) strapi.log.warn('archive: publicRead needs the plugin users-permissions.');
    return;
  }
  const granted = ((await strapi.store.get(MEMORY)) as string[] | null) ?? [];
  if (config.publicRead) await grant(strapi, readingActions(strapi, config), granted);
  else if (granted.length > 0) await takeBack(strapi, granted);
}

function readingActions(strapi: Core.Strapi, config: ArchiveConfig): string[] {
  const targets = Object.values(config.content).flatMap((target) => (target ? [target.uid] : []));
  const reading = [...targets, ERA]
    .filter((uid) => uid in strapi.contentTypes)
    .flatMap((uid) => [`${uid}.find`, `${uid}.findOne`]);
  const own = [
    ...['search.find', 'search.timeline', 'citation.findOne', 'feed.feed', 'resolver.resolve'],
    ...['citation.resolveArk', 'oai.answer', 'sitemap.index', 'sitemap.part'],
  ];
  return [...reading, ...own.map((action) => `plugin::${PLUGIN_ID}.${action}`)];
}

async function grant(strapi: Core.Strapi, actions: string[], granted: string[]): Promise<void> {
  // At the very first start the role is not there yet; its plugin makes it where it is missing.
  await strapi.plugin('users-permissions').service('users-permissions').initialize();
  const role: { id: number } | null = await strapi.db.query(ROLE).findOne({ where: { type: 'public' } });
  if (!role) throw new Error('There is no public role to give reading rights to.');
  const added: string[] = [];
  for (const action of actions) {
    const known: unknown = await strapi.db.query(PERMISSION).findOne({ where: { action, role: role.id } });
    if (known) continue;
    await strapi.db.query(PERMISSION).create({ data: { action, role: role.id } });
    added.push(action);
  }
  await strapi.store.set({ ...MEMORY, value: [...new Set([...granted, ...added])] });
  strapi.log.warn('archive: published articles can be read by everybody (publicRead is on).');
}

async function takeBack(strapi: Core.Strapi, granted: string[]): Promise<void> {
  const role: { id: number } | null = await strapi.db.query(ROLE).findOne({ where: { type: 'public' } });
  if (role) {
    await strapi.db.query(PERMISSION).deleteMany({ where: { action: { $in: granted }, role: role.id } });
  }
  await strapi.store.delete(MEMORY);
  strapi.log.info('archive: the reading rights that publicRead had given were taken back.');
}
