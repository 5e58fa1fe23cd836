import type { Core } from '@strapi/strapi';

const FIRST_LOCALES = [
  { code: 'en', name: 'English (en)' },
  { code: 'ar', name: 'Arabic (ar)' },
];

/** Creates the archive's locales at the very first boot; one that is deleted later does not come back. */
export async function createFirstLocales(strapi: Core.Strapi): Promise<void> {
  const memory = { type: 'core', name: 'backfile', key: 'first_locales_created' };
  if (await strapi.store.get(memory)) return;

  const locales = strapi.plugin('i18n').service('locales');
  for (const locale of FIRST_LOCALES) {
    const existing: unknown = await locales.findByCode(locale.code);
    if (!existing) await locales.create(locale);
  }
  await strapi.store.set({ ...memory, value: true });
}
