import type { Core } from '@strapi/strapi';

import { urlCandidates } from '../../../core/dedupe/url-candidates';
import type { Resolution, ResolvedArticle } from '../../../shared/resolver-api';
import { readConfig } from '../config/read-config';
import { loadedPlan } from '../import/plan/loaded-plan';
import { typeOf, type WritePlan } from '../import/plan/write-plan';
import { PLUGIN_ID } from '../plugin-id';
import { articleName, tombstonesOf, type Tombstone } from '../takedown/tombstones';
import { articleAddress } from './article-address';
import { findByKeys, type Found } from './find-by-keys';
import { findByLegacyId } from './find-by-legacy-id';
import { siteHosts } from './site-hosts';

/** What an old link or an old ID means today. */
export interface ResolverService {
  byUrl(url: string): Promise<Resolution>;
  byLegacyId(legacyId: string, era: string | null): Promise<Resolution>;
}

const NOT_FOUND: Resolution = { outcome: 'not-found' };

export function createResolverService({ strapi }: { strapi: Core.Strapi }): ResolverService {
  const knex = strapi.db.connection;

  /** Published before withdrawn, and never a draft: what is not public is not found. */
  const resolve = async (plan: WritePlan, found: readonly Found[]): Promise<Resolution> => {
    const stones = await tombstonesOf(
      knex,
      plan,
      found.map((one) => one.target),
    );
    const down = new Map(stones.map((stone) => [articleName(stone.target, stone.locale), stone]));
    const gone: Tombstone[] = [];
    const articles: ResolvedArticle[] = [];
    for (const one of found) {
      const stone = down.get(articleName(one.target, one.locale));
      if (stone) gone.push(stone);
      else articles.push(...(await published(plan, one)));
    }
    const [article, ...others] = articles;
    if (article && others.length > 0 && others.every((other) => other.key === article.key)) {
      return { outcome: 'ambiguous', articles };
    }
    if (article) return { outcome: 'found', article };
    const [stone] = gone;
    if (!stone) return NOT_FOUND;
    const { kind, reason, at } = stone;
    return { outcome: kind, reason, since: at.toISOString() };
  };

  const published = async (
    plan: WritePlan,
    { contentType, target, locale, key }: Found,
  ): Promise<ResolvedArticle[]> => {
    if (!plan.types[contentType]) return [];
    const type = typeOf(plan, contentType);
    const slugColumn = type.columns['slug']?.column;
    const query = knex(type.table).where({ document_id: target }).select('id');
    if (slugColumn) void query.select({ slug: slugColumn });
    if (type.localized) void query.where({ locale });
    if (type.draftAndPublish) void query.whereNotNull('published_at');
    const row: { slug?: string | null } | undefined = await query.first();
    if (!row) return [];
    const article = {
      contentType,
      documentId: target,
      locale: locale === '' ? null : locale,
      slug: row.slug ?? null,
    };
    const { articleUrl } = readConfig(strapi.config.get(`plugin::${PLUGIN_ID}`));
    return [{ ...article, url: articleAddress(strapi, articleUrl, article), key }];
  };

  return {
    async byUrl(url) {
      const plan = await loadedPlan(strapi);
      const keys = urlCandidates(url, await siteHosts(knex, plan));
      const found = await findByKeys(knex, plan, ['url', 'otherUrl'], keys);
      // Spellings are tried in turn: what the first of them that is known means is the answer.
      const [first] = found;
      return first
        ? resolve(
            plan,
            found.filter((one) => one.key === first.key),
          )
        : NOT_FOUND;
    },
    async byLegacyId(legacyId, era) {
      const plan = await loadedPlan(strapi);
      return resolve(plan, await findByLegacyId(knex, plan, legacyId, era));
    },
  };
}
