import type { Core } from '@strapi/strapi';

import { parseQuery } from '../../../core/search/parse-query';
import type { QueryNode, QueryWords } from '../../../core/search/query-node';
import { searchWords } from '../../../core/search/search-words';
import type { ArchiveConfig } from '../config/archive-config';
import { backendFor } from './search-index';
import type { State } from './search-backend';
import type { SearchShape } from './search-shape';
import { siteShape } from './site-shape';

/** As much of what Strapi hands to a subscriber before a list or a count as is used. */
interface ListEvent {
  readonly model: { readonly uid: string };
  readonly params: {
    where?: unknown;
    _q?: unknown;
    limit?: number;
    offset?: number;
    orderBy?: unknown;
  };
}

/** Pages that begin further on are found by their numbers first, so that skipped rows are not read. */
const DEEP = 1000;
/** Where the admin looks for articles to link to: it asks for a part of the title. */
const PICKER = /\/content-manager\/relations\//;
const MOST_WORDS = 20;

/**
 * Lists and counts of Strapi itself, in REST, GraphQL and the admin, search the index where they would read every
 * text: `_q` becomes `id in (what the index finds)`. Each word of `_q` may go on: `harb` finds `harbour`.
 */
export function searchStrapisLists(strapi: Core.Strapi, config: ArchiveConfig): void {
  const shape = siteShape(strapi, config);
  if (!shape) return;
  const narrow = (event: ListEvent) => {
    if (event.model.uid === shape.uid) narrowList(strapi, shape, event);
  };
  strapi.db.lifecycles.subscribe({
    models: [shape.uid],
    beforeFindMany: async (event: unknown) => {
      const list = event as ListEvent;
      narrow(list);
      if (list.model.uid === shape.uid) await skipByNumbers(strapi, shape, list);
    },
    beforeCount: (event: unknown) => {
      narrow(event as ListEvent);
    },
  } as Parameters<typeof strapi.db.lifecycles.subscribe>[0]);
}

function narrowList(strapi: Core.Strapi, shape: SearchShape, { params }: ListEvent): void {
  const { _q: typed, ...rest } = params;
  const states = statesOf(shape, rest.where);
  const conditions: unknown[] = [];
  if (typeof typed === 'string' && typed.trim() !== '') {
    delete params._q;
    conditions.push(withWords(strapi, shape, adminQuery(typed), states));
  }
  const isPicker = PICKER.test(strapi.requestContext.get()?.request.path ?? '');
  const where = isPicker
    ? withoutTitleSearch(params.where, conditions, (title) =>
        withWords(strapi, shape, adminQuery(title), states),
      )
    : params.where;
  if (conditions.length > 0)
    params.where = { $and: [...(where === undefined ? [] : [where]), ...conditions] };
}

/** What is typed into a search box: all words, each of which may go on; `"a phrase"` and the rest work as well. */
export function adminQuery(typed: string): QueryNode | null {
  const { root } = parseQuery(typed);
  if (root !== null) return openEnded(root);
  const words = searchWords(typed.slice(0, 512)).slice(0, MOST_WORDS);
  const parts = words.map((word): QueryWords => ({ is: 'words', words: [word], prefix: true, field: null }));
  return parts.length === 0 ? null : { is: 'and', parts };
}

/** One or two letters begin too many words. */
const LEAST_PREFIX = 3;

function openEnded(node: QueryNode): QueryNode {
  if (node.is === 'words')
    return node.words.length === 1 && node.words[0].length >= LEAST_PREFIX ? { ...node, prefix: true } : node;
  if (node.is === 'not') return { is: 'not', part: openEnded(node.part) };
  return { is: node.is, parts: node.parts.map(openEnded) };
}

function withWords(
  strapi: Core.Strapi,
  shape: SearchShape,
  words: QueryNode | null,
  states: readonly State[],
): unknown {
  // A query without any word finds nothing.
  if (words === null) return { id: { $in: [-1] } };
  const knex = strapi.db.connection;
  return { id: { $in: backendFor(knex).rowsWith(knex, shape, words, states) } };
}

/** Takes `{ title: { $containsi: text } }` out of what must all be true. */
function withoutTitleSearch(
  where: unknown,
  conditions: unknown[],
  instead: (text: string) => unknown,
): unknown {
  if (Array.isArray(where)) return where.map((part) => withoutTitleSearch(part, conditions, instead));
  if (!isRecord(where)) return where;
  const kept = Object.entries(where).flatMap(([name, value]): [string, unknown][] => {
    if (name === '$and') return [[name, withoutTitleSearch(value, conditions, instead)]];
    const text = name === 'title' && isRecord(value) ? value['$containsi'] : undefined;
    if (typeof text !== 'string') return [[name, value]];
    conditions.push(instead(text));
    return [];
  });
  return Object.fromEntries(kept);
}

/** Whether a list is of drafts or of published articles, by what it asks of `publishedAt`. */
function statesOf(shape: SearchShape, where: unknown): readonly State[] {
  if (!shape.draftAndPublish) return ['published'];
  const asked = publishedAt(where);
  if (asked === undefined) return ['published', 'draft'];
  if (asked === null || (isRecord(asked) && asked['$null'] === true)) return ['draft'];
  return isRecord(asked) && asked['$notNull'] === true ? ['published'] : ['published', 'draft'];
}

function publishedAt(where: unknown): unknown {
  if (Array.isArray(where)) return where.map(publishedAt).find((found) => found !== undefined);
  if (!isRecord(where)) return undefined;
  return 'publishedAt' in where ? where['publishedAt'] : publishedAt(where['$and']);
}

/** A database reads each row that it skips, unless an index alone says which they are. */
async function skipByNumbers(strapi: Core.Strapi, shape: SearchShape, { params }: ListEvent): Promise<void> {
  const { offset, limit, orderBy, where } = params;
  if (typeof offset !== 'number' || offset < DEEP || typeof limit !== 'number') return;
  const query = strapi.db.queryBuilder(shape.uid) as unknown as {
    init(params: unknown): { execute(options: { mapResults: boolean }): Promise<{ id: number }[]> };
  };
  const found = await query
    .init({ where, orderBy, limit, offset, select: ['id'] })
    .execute({ mapResults: false });
  params.where = { id: { $in: found.length === 0 ? [-1] : found.map(({ id }) => id) } };
  delete params.offset;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
