import type { Core } from '@strapi/strapi';

import { didYouMean } from '../../../core/search/did-you-mean';
import { nameWords, type NameWords } from '../../../core/search/name-words';
import { readConfig } from '../config/read-config';
import { describeType } from '../import/plan/describe-types';
import { PLUGIN_ID } from '../plugin-id';

/** Of more names the newest are known. */
const MOST_NAMES = 100_000;
const MINUTES_KNOWN = 5;

/** Puts the names in a query right; null where none seems misspelt. */
export type RespellQuery = (typed: string) => Promise<string | null>;

/** Knows the names of the site's entities, which it reads again when it is asked after some minutes. */
export function respellQuery(strapi: Core.Strapi): RespellQuery {
  let known: { readonly words: Promise<NameWords>; readonly until: number } | null = null;
  return async (typed) => {
    if (!known || known.until < Date.now()) {
      const words = readNameWords(strapi);
      // A fault of the database is this request's alone.
      words.catch(() => (known = null));
      known = { words, until: Date.now() + MINUTES_KNOWN * 60_000 };
    }
    return didYouMean(typed, await known.words);
  };
}

/** Whether a name stands in a published article is asked by the caller: a name alone may be a draft's. */
async function readNameWords(strapi: Core.Strapi): Promise<NameWords> {
  const target = readConfig(strapi.config.get(`plugin::${PLUGIN_ID}`)).content.entity;
  if (!target || !(target.uid in strapi.contentTypes)) return nameWords([]);
  const { table, columns, draftAndPublish } = describeType(strapi, target.uid);
  const { name, reviewState } = target.attributes;
  const column = name ? columns[name]?.column : undefined;
  const state = reviewState ? columns[reviewState]?.column : undefined;
  if (column === undefined) return nameWords([]);
  const rows: { name: string | null }[] = await strapi.db
    .connection(table)
    .modify((query) => {
      if (state !== undefined) void query.where(state, 'confirmed');
      if (draftAndPublish) void query.whereNotNull('published_at');
    })
    .orderBy('id', 'desc')
    .limit(MOST_NAMES)
    .select({ name: column });
  return nameWords(rows.flatMap((row) => row.name ?? []));
}
