import type { Core, Modules } from '@strapi/strapi';

import { isLocalized, isOptedIn } from '../attributes/opted-in';
import { isPublicRequest } from './public-request';

type Next = Parameters<Modules.Documents.Middleware.Middleware>[1];

/**
 * Where a REST or GraphQL request names no locale, Strapi answers from the default one alone, so an Arabic
 * article would be missing from an archive whose default is English. For opted-in types no locale means any:
 * lists and counts take all, a single article is found in whichever locale it has. The admin names its locale.
 */
export function readAnyLocale(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const params = context.params as { locale?: unknown; documentId?: string };
    if (params.locale || !isPublicRequest(strapi)) return next();
    if (!isOptedIn(context.contentType) || !isLocalized(context.contentType)) return next();

    if (context.action === 'findMany' || context.action === 'count') {
      params.locale = '*';
      return next();
    }
    if (context.action !== 'findOne') return next();
    return (await next()) ?? (await findInOtherLocale(strapi, context.uid, params, next));
  });
}

async function findInOtherLocale(
  strapi: Core.Strapi,
  uid: string,
  params: { locale?: unknown; documentId?: string },
  next: Next,
): Promise<Awaited<ReturnType<Next>> | null> {
  const rows: { locale: string }[] = await strapi.db
    .query(uid)
    .findMany({ where: { documentId: params.documentId }, select: ['locale'], orderBy: { locale: 'asc' } });
  for (const locale of new Set(rows.map((row) => row.locale))) {
    params.locale = locale;
    const document = await next();
    if (document) return document;
  }
  return null;
}
