import type { Knex } from 'knex';

import { typeOf, type WritePlan } from '../import/plan/write-plan';
import { insertRows } from '../import/write/insert-rows';
import { rowsOf } from '../import/write/rows-of';
import type { ComparedArticle } from './articles-to-compare';
import type { Variant } from './find-variants';
import { VARIANTS } from './variant-tables';

/**
 * Links articles to the first of their cluster, draft to draft and published to published, with the reason. A version
 * of a version belongs to the same original. Chains within the batch are followed, too.
 */
export async function linkVariants(
  trx: Knex.Transaction,
  plan: WritePlan,
  job: number,
  variants: readonly Variant[],
): Promise<void> {
  const content = plan.content.article;
  const type = typeOf(plan, content?.uid ?? '');
  const attribute = content?.attributes.variantOf ?? '';
  const link = type.links[attribute];
  if (!link || variants.length === 0) return;
  const originals = originalsOf(variants);
  const rows = await rowNumbers(trx, type.table, [...originals.values()]);
  const reason = content?.attributes.variantReason
    ? type.columns[content.attributes.variantReason]
    : undefined;
  const links: Record<string, number>[] = [];
  for (const variant of variants) {
    const { article } = variant;
    const own = rows.get(`${originals.get(variant) ?? ''}/${article.locale}`);
    if (own === undefined) continue;
    for (const [from, to] of [
      [article.draft, own.draft],
      [article.published, own.published],
    ] as const) {
      if (from !== null && to !== null) links.push({ [link.from]: from, [link.to]: to });
    }
    const ids = [article.draft, article.published].filter((id) => id !== null);
    if (reason)
      await trx(type.table)
        .whereIn('id', ids)
        .update({ [reason.column]: variant.reason });
  }
  await insertRows(trx, rowsOf(link.table, links));
  await noteVariants(trx, job, variants, originals);
}

/** Remembers what was found, so that it is not found again where a person parted the two. */
export async function noteVariants(
  trx: Knex.Transaction,
  job: number,
  variants: readonly Variant[],
  originals: ReadonlyMap<Variant, string> = originalsOf(variants),
): Promise<void> {
  const rows = variants.map((variant) => {
    const { article, original, shared, reason } = variant;
    const { target, locale } = article;
    return { target, locale, variant_of: originals.get(variant) ?? original.target, shared, reason, job };
  });
  await insertRows(trx, rowsOf(VARIANTS, rows));
}

/** The document that stands at the head of each variant's cluster. */
export function originalsOf(variants: readonly Variant[]): Map<Variant, string> {
  const next = new Map(variants.map(({ article, original }) => [keyOf(article), original]));
  return new Map(
    variants.map((variant) => {
      const seen = new Set([keyOf(variant.article)]);
      let head = variant.original;
      for (
        let more = next.get(keyOf(head));
        more !== undefined && !seen.has(keyOf(head));
        more = next.get(keyOf(head))
      ) {
        seen.add(keyOf(head));
        head = more;
      }
      return [variant, head.variantOf ?? head.target];
    }),
  );
}

function keyOf({ target, locale }: ComparedArticle): string {
  return `${target}/${locale}`;
}

async function rowNumbers(
  trx: Knex.Transaction,
  table: string,
  documentIds: readonly string[],
): Promise<Map<string, { draft: number | null; published: number | null }>> {
  const found: { id: number; target: string; locale: string | null; publishedAt: unknown }[] = await trx(
    table,
  )
    .whereIn('document_id', [...new Set(documentIds)])
    .select('id', { target: 'document_id' }, 'locale', { publishedAt: 'published_at' });
  const rows = new Map<string, { draft: number | null; published: number | null }>();
  for (const { id, target, locale, publishedAt } of found) {
    const key = `${target}/${locale ?? ''}`;
    const known = rows.get(key) ?? { draft: null, published: null };
    rows.set(key, publishedAt === null ? { ...known, draft: id } : { ...known, published: id });
  }
  return rows;
}
