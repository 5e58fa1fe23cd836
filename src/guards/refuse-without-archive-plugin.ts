import type { Core } from '@strapi/strapi';

interface BeforeSync {
  oldContentTypes: Record<string, unknown> | undefined;
  contentTypes: Record<string, unknown>;
}

const ARCHIVE_TYPE = 'plugin::archive.era';

/**
 * Refuses to start when the database holds archive columns and the plugin is not loaded.
 * Strapi skips a plugin whose built files are missing, takes its attributes for deleted ones and drops
 * their columns with every value in them, so this must stop before the schema is synchronised.
 */
export function refuseWithoutArchivePlugin(strapi: Core.Strapi): void {
  strapi.hook('strapi::content-types.beforeSync').register((context: unknown) => {
    const { oldContentTypes, contentTypes } = context as BeforeSync;
    if (!oldContentTypes || !(ARCHIVE_TYPE in oldContentTypes) || ARCHIVE_TYPE in contentTypes) return;
    throw new Error(
      'The archive plugin is not loaded, but this database holds archive data, which Strapi would now drop. ' +
        'Nothing was changed. Run "npm run build" so that src/plugins/archive/dist exists, check that ' +
        'config/plugins.ts enables "archive", and start again.',
    );
  });
}
