import type { Core } from '@strapi/strapi';

import { readConfig } from '../config/read-config';
import { PLUGIN_ID } from '../plugin-id';

/** Where the plugin's REST API stands, as far as the site knows its own address. */
export function archiveUrl(strapi: Core.Strapi): string {
  const base: string = strapi.config.get('server.absoluteUrl') ?? '';
  const prefix: string = strapi.config.get('api.rest.prefix') ?? '/api';
  return `${base}${prefix}/${PLUGIN_ID}`;
}

/**
 * The address of an article that stays the same, whatever becomes of its title: an ARK such as
 * `.../ark:12345/hq3x….en` where the archive has a number to assign names under.
 */
export function articleUri(strapi: Core.Strapi, documentId: string, locale: string | null): string {
  const { naan } = readConfig(strapi.config.get(`plugin::${PLUGIN_ID}`)).repository;
  const base = archiveUrl(strapi);
  if (naan === null) return `${base}/articles/${documentId}${locale === null ? '' : `/${locale}`}`;
  return `${base}/ark:${naan}/${documentId}${locale === null ? '' : `.${locale}`}`;
}
