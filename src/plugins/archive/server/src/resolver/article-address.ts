import type { Core, UID } from '@strapi/strapi';

import type { ResolvedArticle } from '../../../shared/resolver-api';

type Named = Pick<ResolvedArticle, 'contentType' | 'documentId' | 'locale' | 'slug'>;

/** Where an article is found: by the configured pattern, else in the REST API. */
export function articleAddress(strapi: Core.Strapi, pattern: string | null, article: Named): string {
  const { documentId, locale, slug } = article;
  if (pattern === null || (pattern.includes('{slug}') && slug === null)) {
    const prefix = strapi.config.get<string>('api.rest.prefix', '/api');
    const { pluralName } = strapi.contentType(article.contentType as UID.ContentType).info;
    const language = locale === null ? '' : `?locale=${encodeURIComponent(locale)}`;
    return `${prefix}/${pluralName}/${documentId}${language}`;
  }
  const values = { documentId, locale: locale ?? '', slug: slug ?? '' };
  return pattern.replace(/\{(documentId|locale|slug)\}/g, (_, name: keyof typeof values) =>
    encodeURIComponent(values[name]),
  );
}
