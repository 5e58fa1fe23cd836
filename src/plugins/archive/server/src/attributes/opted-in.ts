import type { Core, Schema } from '@strapi/strapi';

interface ArchivePluginOptions {
  archive?: { enabled?: boolean };
}

/** True where the content type's schema says `pluginOptions: { archive: { enabled: true } }`. */
export function isOptedIn(contentType: Schema.ContentType): boolean {
  const options: ArchivePluginOptions = contentType.pluginOptions ?? {};
  return options.archive?.enabled === true;
}

/** Every content type that carries archive metadata. */
export function optedInTypes(strapi: Core.Strapi): Schema.ContentType[] {
  return Object.values(strapi.contentTypes).filter(isOptedIn);
}

/** True where entries of the type exist once a locale. */
export function isLocalized(contentType: Schema.ContentType): boolean {
  const options: { i18n?: { localized?: boolean } } = contentType.pluginOptions ?? {};
  return options.i18n?.localized === true;
}
