import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { oneLine, singleDate, type CitableArticle } from '../../../core/standards/citable-article';
import { sitemap, sitemapIndex, type SitemapNews } from '../../../core/standards/sitemap';
import { readConfig } from '../config/read-config';
import { timeOf } from '../import/write/cell-of';
import { PLUGIN_ID } from '../plugin-id';
import { articleAddress } from '../resolver/article-address';
import { answerText } from './answer-text';
import { archiveUrl } from './article-uri';
import { citableReader, type CitableReader } from './citable-articles';

/** Numbers of rows in a part: search engines take news fields for a thousand addresses of one sitemap. */
const ROWS_A_PART = 1000;
const TYPE = 'application/xml; charset=utf-8';

/** `GET /api/archive/sitemap` and `/sitemap/N`: every published article for search engines. */
export function createSitemapController({ strapi }: { strapi: Core.Strapi }) {
  return {
    async index(context: Context) {
      // Both databases divide whole numbers into whole ones.
      const part = strapi.db.connection.raw(`id / ${String(ROWS_A_PART)}`);
      const rows: { part: number; changed: unknown }[] = await readerOf(strapi)
        .published()
        .groupByRaw(part)
        .orderByRaw(part)
        .select({ part })
        .max({ changed: 'updated_at' });
      const parts = rows.map((row) => ({
        url: `${archiveUrl(strapi)}/sitemap/${String(row.part)}`,
        changed: (timeOf(row.changed) ?? new Date(0)).toISOString(),
      }));
      answerText(context, { type: TYPE, text: sitemapIndex(parts), changed: lastOf(parts) });
    },

    async part(context: Context) {
      const { part = '' } = context['params'] as { part?: string };
      const citable = readerOf(strapi);
      const articles = /^\d{1,9}$/.test(part) ? await articlesOf(citable, Number(part)) : [];
      if (articles.length === 0) throw new errors.NotFoundError('There is no such sitemap.');
      const entries = articles.map((article) => ({
        url: addressOf(strapi, citable, article),
        changed: article.changed,
        news: newsOf(article),
      }));
      answerText(context, { type: TYPE, text: sitemap(entries), changed: lastOf(entries) });
    },
  };
}

export const sitemapRoutes = [
  { method: 'GET', path: '/sitemap', handler: 'sitemap.index', config: {} },
  { method: 'GET', path: '/sitemap/:part', handler: 'sitemap.part', config: {} },
];

function readerOf(strapi: Core.Strapi): CitableReader {
  const citable = citableReader(strapi);
  if (citable) return citable;
  throw new errors.NotFoundError('This site has no article type to list.');
}

async function articlesOf(citable: CitableReader, part: number): Promise<CitableArticle[]> {
  const first = part * ROWS_A_PART;
  // Numbers go no further in PostgreSQL.
  if (first > 2_147_482_000) return [];
  const rows: { id: number }[] = await citable
    .published()
    .whereBetween('id', [first, first + ROWS_A_PART - 1])
    .orderBy('id')
    .select('id');
  return citable.articles(rows);
}

/** Where readers find the article; its stable address where the site's pages are not known. */
function addressOf(strapi: Core.Strapi, { type }: CitableReader, article: CitableArticle): string {
  const { articleUrl } = readConfig(strapi.config.get(`plugin::${PLUGIN_ID}`));
  if (articleUrl === null) return article.uri;
  const { documentId, language: locale, slug } = article;
  const address = articleAddress(strapi, articleUrl, { contentType: type.uid, documentId, locale, slug });
  const base: string = strapi.config.get('server.absoluteUrl') ?? '';
  return address.startsWith('/') ? `${base}${address}` : address;
}

function newsOf({ source, language, date, title }: CitableArticle): SitemapNews | null {
  const day = date === null || date.isApproximate ? null : singleDate(date);
  if (source === null || language === null || day?.length !== 10) return null;
  return { publication: source.name, language, day, title: oneLine(title) };
}

function lastOf(parts: readonly { readonly changed: string }[]): string | null {
  return parts.reduce<string | null>(
    (last, { changed }) => (last === null || changed > last ? changed : last),
    null,
  );
}
