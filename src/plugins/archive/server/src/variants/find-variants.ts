import type { Knex } from 'knex';

import { likeness } from '../../../core/dedupe/likeness';
import { estimatedLikeness } from '../../../core/dedupe/signature';
import { areAlike, variantReason, type VariantReason } from '../../../core/dedupe/variant-reason';
import type { WritePlan } from '../import/plan/write-plan';
import { versionName, type ArticleVersion } from '../mentions/stored-mention';
import { articlesToCompare, type ComparedArticle } from './articles-to-compare';
import { candidatePairs } from './candidate-pairs';
import { SIGNATURES, VARIANTS } from './variant-tables';

/** An article of a job, and the article that it is nearly the same as. */
export interface Variant {
  readonly article: ComparedArticle;
  /** The first of its cluster. */
  readonly original: ComparedArticle;
  /** Share of three-word shingles that both have. */
  readonly shared: number;
  readonly reason: VariantReason;
}

const AT_A_TIME = 100;
/** Far below what counts as alike: an estimate may be off by a tenth, and a longer version shares less. */
const WORTH_READING = 0.2;

interface SignatureRow extends ArticleVersion {
  readonly id: number;
  readonly bytes: string;
}

/**
 * The articles of a job that are nearly the same as another one, in batches. Candidates come from shared bands; the
 * texts themselves decide. An article that has an original already, or that a person parted from it, is left alone.
 */
export async function* findVariants(
  knex: Knex,
  plan: WritePlan,
  job: number,
  least: number,
): AsyncGenerator<readonly Variant[]> {
  const candidates = [...(await candidatePairs(knex, job))];
  for (let from = 0; from < candidates.length; from += AT_A_TIME) {
    const part = candidates.slice(from, from + AT_A_TIME);
    const signatures = await readSignatures(
      knex,
      part.flatMap(([id, others]) => [id, ...others]),
    );
    const pairs = part.flatMap(([id, others]) => likelyPairs(signatures, id, others));
    const articles = await articlesToCompare(knex, plan, pairs.flat());
    const decided = await decidedPairs(
      knex,
      pairs.map(([article]) => article),
    );
    yield variantsOf(pairs, articles, decided, least);
  }
}

type SignedPair = readonly [SignatureRow, SignatureRow];

function likelyPairs(
  signatures: ReadonlyMap<number, SignatureRow>,
  id: number,
  others: readonly number[],
): SignedPair[] {
  const own = signatures.get(id);
  if (own === undefined) return [];
  const bytes = Buffer.from(own.bytes, 'base64');
  return others.flatMap((other): SignedPair[] => {
    const known = signatures.get(other);
    if (known === undefined || known.locale !== own.locale) return [];
    return estimatedLikeness(bytes, Buffer.from(known.bytes, 'base64')) < WORTH_READING ? [] : [[own, known]];
  });
}

/** Each article with the original that it is most like. */
function variantsOf(
  pairs: readonly SignedPair[],
  articles: ReadonlyMap<string, ComparedArticle>,
  decided: ReadonlySet<string>,
  least: number,
): Variant[] {
  const best = new Map<string, Variant>();
  for (const [one, other] of pairs) {
    const article = articles.get(versionName(one));
    const original = articles.get(versionName(other));
    if (!article || !original || article.variantOf !== null || original.variantOf === article.target)
      continue;
    const found = likeness(article.text, original.text);
    const known = best.get(versionName(one));
    if (!areAlike(found, least) || (known !== undefined && known.shared >= found.shared)) continue;
    if (decided.has(`${versionName(one)}/${original.variantOf ?? original.target}`)) continue;
    const reason = variantReason(article.facts, original.facts, found);
    best.set(versionName(one), { article, original, shared: Math.round(found.shared * 100) / 100, reason });
  }
  return [...best.values()];
}

async function readSignatures(knex: Knex, ids: readonly number[]): Promise<Map<number, SignatureRow>> {
  const rows: (Omit<SignatureRow, 'id'> & { id: number | string })[] = await knex(SIGNATURES)
    .whereIn('id', [...new Set(ids)])
    .select('id', 'target', 'locale', 'bytes');
  return new Map(rows.map((row) => [Number(row.id), { ...row, id: Number(row.id) }]));
}

/** Pairs that were found before, as `target/locale/original`: where the link is gone, a person took it away. */
async function decidedPairs(knex: Knex, versions: readonly ArticleVersion[]): Promise<Set<string>> {
  const rows: (ArticleVersion & { variant_of: string })[] = await knex(VARIANTS)
    .whereIn('target', [...new Set(versions.map(({ target }) => target))])
    .select('target', 'locale', 'variant_of');
  return new Set(rows.map((row) => `${versionName(row)}/${row.variant_of}`));
}
