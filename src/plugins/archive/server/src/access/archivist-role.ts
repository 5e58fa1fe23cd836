import type { Core } from '@strapi/strapi';

import type { ArchiveConfig } from '../config/archive-config';
import { ERA, PLUGIN_ID } from '../plugin-id';
import { ARCHIVIST_RIGHTS } from './admin-rights';

interface RolePermission {
  readonly action: string;
  readonly subject?: string | null;
  readonly properties?: { readonly fields?: readonly string[]; readonly locales?: readonly string[] };
}

const ROLE = {
  name: 'Archivist',
  code: 'archive-archivist',
  description: 'Archivists import legacy material, review it, and edit and publish what came of it.',
};

/**
 * Offers a role for the people who work in the archive, once in the life of a site: what a site makes of it later, or
 * that it removes it, stands. It waits until the server serves, since Strapi's own roles come first.
 */
export function offerArchivistRole(strapi: Core.Strapi, config: ArchiveConfig): void {
  strapi.server.httpServer.once('listening', () => {
    createArchivistRole(strapi, config).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      strapi.log.warn(`archive: the role "${ROLE.name}" could not be created: ${reason}`);
    });
  });
}

async function createArchivistRole(strapi: Core.Strapi, config: ArchiveConfig): Promise<void> {
  const offered = strapi.store({ type: 'plugin', name: PLUGIN_ID, key: 'archivist-role' });
  if ((await offered.get({})) !== null) return;
  const roles = strapi.service('admin::role');
  if (!(await roles.exists({ name: ROLE.name }))) {
    const role: { id: number } = await roles.create(ROLE);
    const permissions = [...pluginPermissions(), ...(await contentPermissions(strapi, config))];
    await roles.assignPermissions(role.id, permissions);
  }
  await offered.set({ value: true });
}

function pluginPermissions(): RolePermission[] {
  const own = ARCHIVIST_RIGHTS.map((right) => ({ action: `plugin::${PLUGIN_ID}.${right}` }));
  return [...own, { action: 'plugin::upload.read' }];
}

/** Everything that the content manager offers for what an import writes, in every language. */
async function contentPermissions(
  strapi: Core.Strapi,
  { content }: ArchiveConfig,
): Promise<RolePermission[]> {
  const types = Object.values(content).flatMap((target) => target?.uid ?? []);
  const wanted = new Set<string>([...types, ERA]);
  const actions: { section: string; subjects?: string[] }[] = strapi
    .service('admin::permission')
    .actionProvider.values();
  const permissions: RolePermission[] = strapi
    .service('admin::content-type')
    .getPermissionsWithNestedFields(actions.filter(({ section }) => section === 'contentTypes'));
  const locales: { code: string }[] = await strapi.plugin('i18n').service('locales').find();
  return permissions
    .filter(({ subject }) => wanted.has(subject ?? ''))
    .map((permission) =>
      isLocalized(strapi, permission.subject ?? '')
        ? {
            ...permission,
            properties: { ...permission.properties, locales: locales.map(({ code }) => code) },
          }
        : permission,
    );
}

function isLocalized(strapi: Core.Strapi, uid: string): boolean {
  const options = strapi.contentTypes[uid as keyof typeof strapi.contentTypes]?.pluginOptions as
    | { i18n?: { localized?: boolean } }
    | undefined;
  return options?.i18n?.localized === true;
}
