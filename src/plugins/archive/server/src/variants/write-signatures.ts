import type { Knex } from 'knex';

import { typeOf, type WritePlan } from '../import/plan/write-plan';
import { insertRows } from '../import/write/insert-rows';
import { rowsOf } from '../import/write/rows-of';
import { tableRows } from '../import/write/table-rows';
import { versionName, type ArticleVersion } from '../mentions/stored-mention';
import { packedSignature, type PackedSignature } from './packed-signature';
import { SIGNATURES, VARIANTS } from './variant-tables';

export interface NewSignature extends ArticleVersion {
  readonly signature: PackedSignature | null;
  /** Written before, so that there is an older one. */
  readonly isKnown: boolean;
}

/** Stores the signatures of a batch; that of an article which changed takes the old one's place. */
export async function writeSignatures(
  trx: Knex.Transaction,
  job: number,
  articles: readonly NewSignature[],
): Promise<void> {
  for (const { target, locale, signature, isKnown } of articles) {
    if (!isKnown || signature === null) continue;
    const changed = await trx(SIGNATURES)
      .where({ target, locale })
      .update({ job, ...signature });
    if (changed === 0) await insertRows(trx, rowsOf(SIGNATURES, [{ target, locale, job, ...signature }]));
  }
  await removeSignatures(
    trx,
    articles.filter(({ isKnown, signature }) => isKnown && signature === null),
  );
  const rows = tableRows(SIGNATURES, ['target', 'locale', 'job', 'words', 'bands', 'bytes']);
  for (const { target, locale, signature, isKnown } of articles) {
    if (signature === null || isKnown) continue;
    rows.cells.push(target, locale, job, signature.words, signature.bands, signature.bytes);
  }
  await insertRows(trx, rows);
}

async function removeSignatures(trx: Knex.Transaction, versions: readonly ArticleVersion[]): Promise<void> {
  if (versions.length === 0) return;
  const wanted = new Set(versions.map(versionName));
  const rows: (ArticleVersion & { id: number })[] = await trx(SIGNATURES)
    .whereIn('target', [...new Set(versions.map(({ target }) => target))])
    .select('id', 'target', 'locale');
  const ids = rows.filter((row) => wanted.has(versionName(row))).map(({ id }) => id);
  await trx(SIGNATURES).whereIn('id', ids).delete();
}

/** Forgets articles that are gone. */
export async function forgetSignatures(
  trx: Knex.Transaction,
  versions: readonly ArticleVersion[],
): Promise<void> {
  await removeSignatures(trx, versions);
  const targets = [...new Set(versions.map(({ target }) => target))];
  await trx(VARIANTS).whereIn('target', targets).delete();
  await trx(VARIANTS).whereIn('variant_of', targets).delete();
}

/** An article whose text was put back, and the job that it is of again. */
export interface RestoredText extends ArticleVersion {
  readonly job: number;
}

/** Signs articles anew whose text was put back. */
export async function restoreSignatures(
  trx: Knex.Transaction,
  plan: WritePlan,
  versions: readonly RestoredText[],
): Promise<void> {
  const type = typeOf(plan, plan.content.article?.uid ?? '');
  const { title, body } = plan.content.article?.attributes ?? {};
  const column = (name: string | null | undefined) => (name ? type.columns[name]?.column : undefined);
  const [titleColumn, bodyColumn] = [column(title), column(body)];
  if (!titleColumn || !bodyColumn) return;
  for (const { target, locale, job } of versions) {
    const text: { title: string | null; body: string | null } | undefined = await trx(type.table)
      .where({ document_id: target, locale: locale === '' ? null : locale })
      .orderBy('id')
      .first({ title: titleColumn, body: bodyColumn });
    if (text === undefined) continue;
    await writeSignatures(trx, job, [{ target, locale, signature: packedSignature(text), isKnown: true }]);
  }
}
