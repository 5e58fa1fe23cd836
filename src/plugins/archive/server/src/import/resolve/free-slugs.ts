import type { Knex } from 'knex';

import { slugCandidates } from '../../../../core/text/slug';
import type { ColumnPlan, TypePlan } from '../plan/write-plan';
import { among } from '../write/among';

export interface SlugWish {
  /** What the title makes; empty where it has no letter that a slug may have. */
  readonly slug: string;
  readonly documentId: string;
  readonly locale: string | null;
}

/**
 * A free slug for each wish, in order: taken is what any draft or published row of the same locale has, and what an
 * earlier wish of this call got. One look-up for all, and another for the few whose first choice was taken.
 */
export async function freeSlugs(
  trx: Knex.Transaction,
  type: TypePlan,
  slug: ColumnPlan,
  fallback: string,
  wishes: readonly SlugWish[],
): Promise<string[]> {
  const candidates = wishes.map((wish) => slugCandidates(wish.slug, wish.documentId, fallback));
  const free = new Map<number, string>();
  const taken = new Set<string>();
  for (let round = 0; free.size < wishes.length; round += 1) {
    const open = wishes.flatMap((wish, index) => {
      const candidate = candidates[index]?.[round];
      return free.has(index) || candidate === undefined ? [] : [{ index, candidate, locale: wish.locale }];
    });
    if (open.length === 0) throw new Error('A slug that holds a whole document ID was taken.');
    for (const key of await takenSlugs(trx, type, slug, open)) taken.add(key);
    for (const { index, candidate, locale } of open) {
      const key = slugKey(type, locale, candidate);
      if (taken.has(key)) continue;
      taken.add(key);
      free.set(index, candidate);
    }
  }
  return wishes.map((_, index) => free.get(index) ?? '');
}

/** Asks so that the partial unique indexes answer: by locale, for drafts and for published rows. */
async function takenSlugs(
  trx: Knex.Transaction,
  type: TypePlan,
  slug: ColumnPlan,
  open: readonly { readonly candidate: string; readonly locale: string | null }[],
): Promise<string[]> {
  const taken: string[] = [];
  for (const locale of new Set(open.map((one) => (type.localized ? one.locale : null)))) {
    const own = open.filter((one) => !type.localized || one.locale === locale).map((one) => one.candidate);
    const query = () => {
      const rows = trx(type.table)
        .where(among(trx, slug.column, own))
        .select({ slug: slug.column });
      return type.localized ? rows.where({ locale }) : rows;
    };
    const queries = type.draftAndPublish
      ? [query().whereNull('published_at'), query().whereNotNull('published_at')]
      : [query()];
    for (const answer of queries) {
      const rows: { slug: string }[] = await answer;
      taken.push(...rows.map((row) => slugKey(type, locale, row.slug)));
    }
  }
  return taken;
}

function slugKey(type: TypePlan, locale: string | null, slug: string): string {
  return type.localized ? `${locale ?? ''}/${slug}` : slug;
}
