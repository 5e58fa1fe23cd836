import type { Knex } from 'knex';

import { addEvent } from '../events/archive-event';
import type { WritePlan } from '../import/plan/write-plan';
import { insertRows } from '../import/write/insert-rows';
import { rowsOf } from '../import/write/rows-of';
import { Refusal } from '../refusal';
import { VARIANTS } from '../variants/variant-tables';
import { variantLink, variantRow } from './variant-pairs';

export const VARIANT_DECISIONS = ['kept', 'parted', 'open'] as const;
export type VariantDecision = (typeof VARIANT_DECISIONS)[number];

interface Row {
  readonly id: number;
  readonly published: boolean;
}

/**
 * Keeps the link of two versions, parts them, or takes such a decision back (`open`). Draft and published rows alike;
 * no later import links what was parted.
 */
export async function decideVariant(
  trx: Knex.Transaction,
  plan: WritePlan,
  id: number,
  decision: VariantDecision,
  { actor, now }: { readonly actor: string; readonly now: Date },
): Promise<void> {
  const known = variantLink(plan);
  if (known === null) throw new Refusal('invalid', 'The site keeps no links between versions of a text.');
  const { type, link } = known;
  const pair = await variantRow(trx, id);
  const rowsOfDocument = async (documentId: string): Promise<Row[]> => {
    const rows: { id: number; at: unknown }[] = await trx(type.table)
      .where({ document_id: documentId })
      .modify((query) => {
        if (type.localized) void query.where({ locale: pair.locale });
      })
      .select('id', { at: 'published_at' });
    return rows.map((row) => ({ id: row.id, published: type.draftAndPublish && row.at !== null }));
  };
  const variants = await rowsOfDocument(pair.target);
  const originals = await rowsOfDocument(pair.variant_of);
  const ids = variants.map((row) => row.id);
  const reason = type.columns[plan.content.article?.attributes.variantReason ?? '']?.column;
  if (decision === 'parted') {
    await trx(link.table)
      .whereIn(link.from, ids)
      .whereIn(
        link.to,
        originals.map((row) => row.id),
      )
      .delete();
  }
  if (decision !== 'parted' && pair.decision === 'parted') {
    const links = variants.flatMap(({ id: from, published }) => {
      const to = originals.find((one) => one.published === published);
      return to === undefined ? [] : [{ [link.from]: from, [link.to]: to.id }];
    });
    await insertRows(trx, rowsOf(link.table, links));
  }
  if (reason !== undefined) {
    await trx(type.table)
      .whereIn('id', ids)
      .update({ [reason]: decision === 'parted' ? null : pair.reason });
  }
  await trx(VARIANTS)
    .where({ id })
    .update({ decision: decision === 'open' ? null : decision });
  const details = { decision, variantOf: pair.variant_of };
  await addEvent(
    trx,
    plan,
    { kind: 'reviewed', actor, target: pair.target, locale: pair.locale, details },
    now,
  );
}
