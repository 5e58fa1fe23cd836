import type { Core } from '@strapi/strapi';

import { archiveUrl } from '../standards/article-uri';

/** `oai:archive.example:hq3x…/en`: one article in one language. */
export function recordIdentifier(host: string, documentId: string, locale: string | null): string {
  return `oai:${host}:${documentId}${locale === null || locale === '' ? '' : `/${locale}`}`;
}

/** Null for what names no record of this host. */
export function readRecordIdentifier(
  host: string,
  identifier: string,
): { readonly documentId: string; readonly locale: string | null } | null {
  const start = `oai:${host}:`;
  const parts = /^([a-z0-9]{1,32})(?:\/([A-Za-z0-9-]{1,35}))?$/.exec(identifier.slice(start.length));
  if (!identifier.startsWith(start) || !parts?.[1]) return null;
  return { documentId: parts[1], locale: parts[2] ?? null };
}

/** The host that names of records begin with; `localhost` where the site does not know its own address. */
export function hostOfSite(strapi: Core.Strapi): string {
  const address = archiveUrl(strapi);
  return URL.canParse(address) ? new URL(address).hostname : 'localhost';
}
