import type { Knex } from 'knex';

import { uniqueSlugCandidates } from '../../../../core/text/slug';
import type { ColumnPlan, TypePlan } from '../plan/write-plan';

export interface SlugWish {
  readonly title: string;
  readonly documentId: string;
  readonly locale: string | null;
}

/** Most values a query may name at once on every supported database. */
const MOST_VALUES = 10_000;

/**
 * A free slug for each wish, in order, with one look-up for all: taken is what any draft or published row of the
 * same locale has, and what an earlier wish of this call got.
 */
export async function freeSlugs(
  trx: Knex.Transaction,
  type: TypePlan,
  slug: ColumnPlan,
  fallback: string,
  wishes: readonly SlugWish[],
): Promise<string[]> {
  const candidates = wishes.map((wish) => uniqueSlugCandidates(wish.title, wish.documentId, fallback));
  const taken = await takenSlugs(trx, type, slug, candidates.flat());
  return wishes.map((wish, index) => {
    const free = (candidates[index] ?? []).find(
      (candidate) => !taken.has(slugKey(type, wish.locale, candidate)),
    );
    if (free === undefined) throw new Error(`No free slug for document ${wish.documentId}.`);
    taken.add(slugKey(type, wish.locale, free));
    return free;
  });
}

async function takenSlugs(
  trx: Knex.Transaction,
  type: TypePlan,
  slug: ColumnPlan,
  candidates: readonly string[],
): Promise<Set<string>> {
  const taken = new Set<string>();
  for (let from = 0; from < candidates.length; from += MOST_VALUES) {
    const rows: { slug: string; locale: string | null }[] = await trx(type.table)
      .whereIn(slug.column, candidates.slice(from, from + MOST_VALUES))
      .select({ slug: slug.column, locale: 'locale' });
    for (const row of rows) taken.add(slugKey(type, row.locale, row.slug));
  }
  return taken;
}

function slugKey(type: TypePlan, locale: string | null, slug: string): string {
  return type.localized ? `${locale ?? ''}/${slug}` : slug;
}
