import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { modsRecord } from '../../../core/oai/mods-record';
import { readArkName } from '../../../core/standards/ark-name';
import { bibtex } from '../../../core/standards/bibtex';
import type { CitableArticle } from '../../../core/standards/citable-article';
import { cslJson } from '../../../core/standards/csl-json';
import { jsonForHtml, newsArticleJsonLd } from '../../../core/standards/news-article-json-ld';
import { ninjs } from '../../../core/standards/ninjs';
import { ris } from '../../../core/standards/ris';
import { readConfig } from '../config/read-config';
import { PLUGIN_ID } from '../plugin-id';
import { answerText } from './answer-text';
import { citableArticle } from './citable-articles';

interface Format {
  readonly type: string;
  readonly write: (article: CitableArticle) => string;
}

/** What an article can be had as; a new format is a line here and a file in `core/standards/`. */
const FORMATS: Readonly<Record<string, Format>> = {
  'json-ld': { type: 'application/ld+json', write: (article) => jsonForHtml(newsArticleJsonLd(article)) },
  'csl-json': {
    type: 'application/vnd.citationstyles.csl+json',
    write: (article) => JSON.stringify([cslJson(article)]),
  },
  ris: { type: 'application/x-research-info-systems; charset=utf-8', write: ris },
  ninjs: { type: 'application/json; charset=utf-8', write: (article) => JSON.stringify(ninjs(article)) },
  mods: { type: 'application/mods+xml; charset=utf-8', write: modsRecord },
  bibtex: { type: 'application/x-bibtex; charset=utf-8', write: bibtex },
};

/**
 * `GET /api/archive/articles/ID` and `/ID/LOCALE`, or `/ark:NAAN/ID.LOCALE`, with `?format=ris`: one published article
 * for those who cite it.
 */
export function createCitationController({ strapi }: { strapi: Core.Strapi }) {
  const answer = async (context: Context, documentId: string, locale: string | null) => {
    const { type, write } = formatOf(context);
    const isId = /^[a-z0-9]{1,64}$/i.test(documentId);
    const article = isId ? await citableArticle(strapi, documentId, locale) : null;
    if (!article) throw new errors.NotFoundError('There is no such published article.');
    answerText(context, { type, text: write(article), changed: article.changed });
  };
  return {
    async findOne(context: Context) {
      const { documentId = '', locale } = context['params'] as { documentId?: string; locale?: string };
      await answer(context, documentId, localeOf(locale));
    },
    async resolveArk(context: Context) {
      const { naan } = readConfig(strapi.config.get(`plugin::${PLUGIN_ID}`)).repository;
      const { ark = '' } = context['params'] as { ark?: string };
      const name = naan === null ? null : readArkName(`ark:${ark}`, naan);
      if (!name) throw new errors.NotFoundError('This archive assigned no such ARK.');
      await answer(context, name.documentId, name.locale);
    },
  };
}

function formatOf(context: Context): Format {
  const name = typeof context.query['format'] === 'string' ? context.query['format'] : 'json-ld';
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (format) return format;
  const names = Object.keys(FORMATS).join(', ');
  throw new errors.ValidationError(`There is no format "${name.slice(0, 50)}". There are: ${names}.`);
}

function localeOf(locale: string | undefined): string | null {
  return locale === undefined || locale === '' ? null : locale.slice(0, 35).replaceAll('\0', '');
}

export const citationRoutes = [
  { method: 'GET', path: '/articles/:documentId', handler: 'citation.findOne', config: {} },
  { method: 'GET', path: '/articles/:documentId/:locale', handler: 'citation.findOne', config: {} },
  { method: 'GET', path: '/ark\\::ark(.*)', handler: 'citation.resolveArk', config: {} },
];
