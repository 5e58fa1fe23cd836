import { Readable } from 'node:stream';

import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import Papa from 'papaparse';

import { atom } from '../../../core/standards/atom';
import { singleDate } from '../../../core/standards/citable-article';
import { feedChanged, type Feed } from '../../../core/standards/feed';
import { jsonFeed } from '../../../core/standards/json-feed';
import type { FoundArticle, SearchAnswer } from '../../../shared/search-api';
import { PLUGIN_ID } from '../plugin-id';
import { readSearchRequest, type SearchRequest } from '../search/search-request';
import type { SearchService } from '../search/search-service';
import { answerText } from './answer-text';
import { articleUri } from './article-uri';

const FEEDS = {
  atom: { type: 'application/atom+xml; charset=utf-8', write: atom },
  json: {
    type: 'application/feed+json; charset=utf-8',
    write: (feed: Feed) => JSON.stringify(jsonFeed(feed)),
  },
} as const;
const EXPORTS = { ndjson: 'application/x-ndjson; charset=utf-8', csv: 'text/csv; charset=utf-8' } as const;
const ROWS_A_STEP = 100;

/** `GET /api/archive/search/feed` and `/export`: a search to subscribe to, and all that it finds as a file. */
export function createFeedController({ strapi }: { strapi: Core.Strapi }) {
  const service = (): SearchService => strapi.plugin(PLUGIN_ID).service('search');
  return {
    async feed(context: Context) {
      const [format, request] = requestOf(context, 'atom', FEEDS);
      const found = await service().search({ ...request, facets: [] });
      const feed = feedOf(strapi, context, found);
      const { type, write } = FEEDS[format];
      answerText(context, { type, text: write(feed), changed: feedChanged(feed) });
    },

    /** Streamed page by page: neither memory nor time before the first row depends on how much is found. */
    export(context: Context) {
      const [format, request] = requestOf(context, 'ndjson', EXPORTS);
      context.attachment(`search.${format}`);
      context.type = EXPORTS[format];
      context.body = Readable.from(rowsOf(service(), request, format));
    },
  };
}

export const feedRoutes = [
  { method: 'GET', path: '/search/feed', handler: 'feed.feed', config: {} },
  { method: 'GET', path: '/search/export', handler: 'feed.export', config: {} },
];

/** The newest first, unless asked otherwise. */
function requestOf<Formats extends object>(
  { query }: Context,
  fallback: keyof Formats & string,
  formats: Formats,
): [keyof Formats & string, SearchRequest] {
  const { format = fallback, ...parameters } = query;
  if (typeof format !== 'string' || !isFormat(formats, format)) {
    throw new errors.ValidationError(`"format" is one of: ${Object.keys(formats).join(', ')}.`);
  }
  return [format, readSearchRequest({ sort: 'date', ...parameters })];
}

function isFormat<Formats extends object>(formats: Formats, name: string): name is keyof Formats & string {
  return Object.hasOwn(formats, name);
}

function feedOf(strapi: Core.Strapi, context: Context, { data, meta }: SearchAnswer): Feed {
  const base: string = strapi.config.get('server.absoluteUrl') ?? '';
  const next = new URLSearchParams(context.querystring);
  if (meta.next !== null) next.set('cursor', meta.next);
  const q = context.query['q'];
  return {
    title: typeof q === 'string' && q !== '' ? q : 'All articles',
    self: `${base}${context.url}`,
    next: meta.next === null ? null : `${base}${context.path}?${next.toString()}`,
    entries: data.map((article) => ({
      uri: articleUri(strapi, article.documentId, article.locale),
      title: article.title,
      excerptHtml: article.excerptHtml,
      byline: article.byline,
      language: article.locale,
      section: article.section,
      day: dayOfArticle(article),
      changed: article.changedAt,
    })),
  };
}

/** What only the era says is no date of the article. */
function dayOfArticle({ dateEarliest, dateLatest, dateBasis }: FoundArticle): string | null {
  if (dateEarliest === null || dateLatest === null || dateBasis === 'era') return null;
  const date = singleDate({ earliest: dateEarliest, latest: dateLatest });
  return date?.length === 10 ? date : null;
}

const COLUMNS = [
  ...['documentId', 'locale', 'slug', 'title', 'byline', 'section'],
  ...['dateEdtf', 'dateEarliest', 'dateLatest', 'dateBasis', 'legacyId', 'changedAt'],
] as const;

async function* rowsOf(
  service: SearchService,
  request: SearchRequest,
  format: keyof typeof EXPORTS,
): AsyncGenerator<string> {
  const lineOf = (values: readonly unknown[]) => `${Papa.unparse([values], { escapeFormulae: true })}\r\n`;
  if (format === 'csv') yield lineOf(COLUMNS);
  let { after } = request;
  for (;;) {
    const step = await service.exportStep({ ...request, after, pageSize: ROWS_A_STEP });
    for (const article of step.data) {
      const row: Readonly<Record<string, unknown>> = { ...article };
      const values = COLUMNS.map((name) => row[name] ?? null);
      if (format === 'csv') yield lineOf(values);
      else yield `${JSON.stringify(Object.fromEntries(COLUMNS.map((name, at) => [name, values[at]])))}\n`;
    }
    if (step.next === null) return;
    after = step.next;
  }
}
