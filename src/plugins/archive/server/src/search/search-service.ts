import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { cursorText } from '../../../core/search/cursor';
import { parseQuery } from '../../../core/search/parse-query';
import { rateLimit, type RateLimit } from '../../../core/search/rate-limit';
import { timeline } from '../../../core/search/timeline';
import type {
  Facet,
  FoundArticle,
  SearchAnswer,
  TimelineAnswer,
  TimelineUnit,
} from '../../../shared/search-api';
import { readConfig } from '../config/read-config';
import { describeType } from '../import/plan/describe-types';
import type { TypePlan } from '../import/plan/write-plan';
import { PLUGIN_ID } from '../plugin-id';
import { FACET_PREFIX, facetValues } from './facet-values';
import { filterTags, type TargetTypes } from './filter-tags';
import { foundArticles, type ReadableAttributes } from './found-articles';
import { TAG } from './index-document';
import { backendFor } from './search-index';
import { respellQuery, type RespellQuery } from './respelt-query';
import type { PageStart, Selection, TagCount } from './search-backend';
import type { SearchRequest } from './search-request';
import type { SearchShape } from './search-shape';
import { siteShape } from './site-shape';

/** Counting and facets go no further: a page never waits for a million articles to be counted. */
const MOST_COUNTED = 10_000;

export interface SearchService {
  search(request: SearchRequest): Promise<SearchAnswer>;
  timeline(request: SearchRequest, by: TimelineUnit): Promise<TimelineAnswer>;
  /** One step of an export, by date, without counting anything. */
  exportStep(request: SearchRequest): Promise<{ data: readonly FoundArticle[]; next: PageStart | null }>;
}

interface SiteTypes {
  readonly shape: SearchShape;
  readonly article: TypePlan;
  readonly targets: TargetTypes;
  readonly attributes: ReadableAttributes;
}

/** Searches of what is published. */
export function createSearchService({ strapi }: { strapi: Core.Strapi }): SearchService {
  let known: SiteTypes | null = null;
  const types = () => (known ??= typesOf(strapi));
  const limit = limitOf(strapi);
  const respell = respellQuery(strapi);

  return {
    async search(request) {
      askLimit(strapi, limit);
      const { shape, article, targets, attributes } = types();
      const knex = strapi.db.connection;
      const problems = request.query?.problems ?? [];
      if (isEmptyQuery(request)) return nothing(problems);
      const selection = await selectionOf(strapi, types(), request);
      const total = await totalOf(strapi, shape, selection);
      const hits = await backendFor(knex).page(knex, shape, selection, {
        order: request.order,
        after: request.after,
        most: request.pageSize + 1,
        isCommon: total.value >= MOST_COUNTED,
      });
      const page = hits.slice(0, request.pageSize);
      const last = page.at(-1);
      return {
        data: await foundArticles(knex, article, attributes, page, selection.words),
        meta: {
          total,
          next: hits.length > page.length && last ? cursorText({ ...last, search: request.name }) : null,
          facets: await facetsOf(strapi, types(), selection, request.facets, total, targets),
          didYouMean: await betterQuery(strapi, shape, { request, selection, total, respell }),
          problems,
        },
      };
    },

    async exportStep(request) {
      if (request.after === null) askLimit(strapi, limit);
      const { shape, article, attributes } = types();
      const knex = strapi.db.connection;
      if (isEmptyQuery(request)) return { data: [], next: null };
      const selection = await selectionOf(strapi, types(), request);
      const order = request.order === 'oldest' ? 'oldest' : 'newest';
      const { after, pageSize: most } = request;
      const hits = await backendFor(knex).page(knex, shape, selection, {
        order,
        after,
        most,
        isCommon: false,
      });
      const last = hits.at(-1);
      return {
        data: await foundArticles(knex, article, attributes, hits, selection.words),
        next: hits.length === most && last ? last : null,
      };
    },

    async timeline(request, by) {
      askLimit(strapi, limit);
      const { shape } = types();
      const problems = request.query?.problems ?? [];
      const knex = strapi.db.connection;
      if (isEmptyQuery(request)) return { data: [], meta: { by, uncertain: 0, undated: 0, problems } };
      const selection = await selectionOf(strapi, types(), request);
      const isWhole = selection.words === null && selection.tags.length === 0 && selection.days === null;
      const spans = isWhole
        ? (await backendFor(knex).counts(knex, shape, '=', Number.MAX_SAFE_INTEGER)).map(spanOfCounter)
        : await backendFor(knex).spans(knex, shape, selection);
      const { buckets, uncertain } = timeline(spans, by);
      const dated = spans.reduce((sum, { count }) => sum + count, 0);
      const all = isWhole ? await counterOf(strapi, shape, TAG.all) : null;
      const total = all ?? (await backendFor(knex).count(knex, shape, selection, Number.MAX_SAFE_INTEGER));
      return { data: buckets, meta: { by, uncertain, undated: Math.max(0, total - dated), problems } };
    },
  };
}

function limitOf(strapi: Core.Strapi): RateLimit {
  return rateLimit(readConfig(strapi.config.get(`plugin::${PLUGIN_ID}`)).searchesAMinute);
}

/** Counts the request for the address that it comes from; what is no request, such as a command, is not counted. */
function askLimit(strapi: Core.Strapi, limit: RateLimit): void {
  const address = strapi.requestContext.get()?.request.ip;
  const seconds = address === undefined ? null : limit.ask(address, Date.now());
  if (seconds === null) return;
  strapi.requestContext.get()?.set('Retry-After', String(seconds));
  throw new errors.RateLimitError(`Too many searches from your address. Try again in ${seconds} seconds.`);
}

function typesOf(strapi: Core.Strapi): SiteTypes {
  const config = readConfig(strapi.config.get(`plugin::${PLUGIN_ID}`));
  const shape = siteShape(strapi, config);
  const target = config.content.article;
  if (!shape || !target) throw new errors.NotFoundError('This site has no article type to search.');
  const targets: Partial<Record<keyof SearchShape['links'], TypePlan>> = {};
  for (const [kind, link] of Object.entries(shape.links))
    targets[kind as keyof SearchShape['links']] = describeType(strapi, link.target);
  const own = ['legacyId', 'dateEdtf', 'dateEarliest', 'dateLatest', 'dateBasis'].map((name) => [name, name]);
  const declared = strapi.contentType(target.uid as Parameters<Core.Strapi['contentType']>[0]).attributes;
  const isOpen = ([, attribute]: (string | null | undefined)[]) =>
    typeof attribute === 'string' &&
    (declared as Record<string, { private?: boolean }>)[attribute]?.private !== true;
  const attributes: ReadableAttributes = Object.fromEntries(
    [...Object.entries(target.attributes), ...own].filter(isOpen),
  );
  return { shape, article: describeType(strapi, target.uid), targets, attributes };
}

function isEmptyQuery({ query }: SearchRequest): boolean {
  return query !== null && query.root === null;
}

function nothing(problems: SearchAnswer['meta']['problems']): SearchAnswer {
  return {
    data: [],
    meta: { total: { value: 0, exact: true }, next: null, facets: null, didYouMean: null, problems },
  };
}

async function selectionOf(
  strapi: Core.Strapi,
  { targets }: SiteTypes,
  request: SearchRequest,
): Promise<Selection> {
  const tags = await filterTags(strapi.db.connection, targets, request);
  return { state: 'published', words: request.query?.root ?? null, tags, days: request.days };
}

async function totalOf(
  strapi: Core.Strapi,
  shape: SearchShape,
  selection: Selection,
): Promise<SearchAnswer['meta']['total']> {
  const [choice, ...more] = selection.tags;
  const tag =
    choice === undefined ? TAG.all : choice.length === 1 && more.length === 0 ? choice[0] : undefined;
  if (selection.words === null && selection.days === null && tag !== undefined)
    return { value: await counterOf(strapi, shape, tag), exact: true };
  const knex = strapi.db.connection;
  const value = await backendFor(knex).count(knex, shape, selection, MOST_COUNTED + 1);
  return { value: Math.min(value, MOST_COUNTED), exact: value <= MOST_COUNTED };
}

/** A search that found so many needs no other spelling. */
const FEW = 5;

/** Another spelling of a query that found little. It is told only where published articles have it, and more of them. */
async function betterQuery(
  strapi: Core.Strapi,
  shape: SearchShape,
  {
    request,
    selection,
    total,
    respell,
  }: {
    request: SearchRequest;
    selection: Selection;
    total: SearchAnswer['meta']['total'];
    respell: RespellQuery;
  },
): Promise<string | null> {
  if (request.typed === null || request.after !== null || total.value >= FEW) return null;
  const better = await respell(request.typed);
  const words = better === null ? null : parseQuery(better).root;
  if (words === null) return null;
  const knex = strapi.db.connection;
  const found = await backendFor(knex).count(knex, shape, { ...selection, words }, FEW + 1);
  return found > total.value ? better : null;
}

async function counterOf(strapi: Core.Strapi, shape: SearchShape, tag: string): Promise<number> {
  const knex = strapi.db.connection;
  return backendFor(knex).counter(knex, shape, tag);
}

async function facetsOf(
  strapi: Core.Strapi,
  { shape }: SiteTypes,
  selection: Selection,
  facets: readonly Facet[],
  total: SearchAnswer['meta']['total'],
  targets: TargetTypes,
): Promise<SearchAnswer['meta']['facets']> {
  if (facets.length === 0) return null;
  const knex = strapi.db.connection;
  const isWhole = selection.words === null && selection.days === null && selection.tags.length === 0;
  const found = isWhole ? null : await backendFor(knex).tags(knex, shape, selection, MOST_COUNTED);
  const tally = found === null ? null : tallied(found);
  const values: Partial<Record<Facet, Awaited<ReturnType<typeof facetValues>>>> = {};
  for (const facet of facets) {
    const prefix = FACET_PREFIX[facet];
    const counted = tally
      ? [...tally].flatMap(([tag, count]) => (tag.startsWith(prefix) ? [{ tag, count }] : []))
      : await backendFor(knex).counts(knex, shape, prefix, 20);
    values[facet] = await facetValues(knex, shape, targets, facet, counted);
  }
  const counted = found === null ? total.value : found.length;
  return { counted, exact: found === null || found.length < MOST_COUNTED, values };
}

function tallied(documents: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const tags of documents) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return counts;
}

function spanOfCounter({ tag, count }: TagCount) {
  const [first, last] = tag.slice(1).split('-').map(Number);
  return { first: first ?? 0, last: last ?? 0, count };
}
