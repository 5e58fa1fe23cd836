import type { Knex } from 'knex';

import type { EntityMention } from '../../../../core/draft-article';
import { fold } from '../../../../core/text/fold';
import type { ParsedRecord } from '../input/parsed-record';
import { typeOf } from '../plan/write-plan';
import type { DocumentRows } from '../write/insert-documents';
import { createRecords, type NewRecord } from './create-records';
import type { ImportContext } from './import-context';
import { nameParts } from './name-values';

/**
 * A mention becomes a suggested record only where its kind is known and its evidence is strong: strong in itself, or
 * by an article that comes back to the name.
 */
const SUGGEST_FROM = 0.7;
const FOR_EACH_REPETITION = 0.05;
const MOST_LINKS = 100;
const LONGEST_NAME = 255;

/** Creates a suggested record for every strong mention that no record explains. */
export async function ensureEntities(
  trx: Knex.Transaction,
  context: ImportContext,
  records: readonly ParsedRecord[],
): Promise<void> {
  const target = context.plan.content.entity;
  if (!target) return;
  const missing = new Map<string, { mention: EntityMention; language: string | null }>();
  for (const { draft } of records) {
    for (const mention of strongMentions(draft.entities)) {
      const key = fold(mention.text);
      if (missing.has(key) || context.authorities.entities.find(mention.text)) continue;
      missing.set(key, { mention, language: draft.article.language });
    }
  }
  const created = [...missing.values()].map(({ mention, language }) => newEntity(context, mention, language));
  const rows = await createRecords(
    trx,
    context,
    typeOf(context.plan, target.uid),
    target.attributes.slug ?? null,
    created,
  );
  const mentions = [...missing.values()];
  rows.forEach((row, index) => {
    const mention = mentions[index]?.mention;
    if (!mention) return;
    const entry = { ...row, name: mention.text, kind: mention.kind, rejected: false };
    context.authorities.entities.add([mention.text], entry);
  });
}

/** The authority records of an article, in the order in which it first speaks of them. */
export function entitiesOf(context: ImportContext, { draft }: ParsedRecord): DocumentRows[] {
  const found = new Map<string, DocumentRows>();
  for (const mention of draft.entities) {
    const entry = context.authorities.entities.find(mention.text);
    if (entry && !entry.rejected && found.size < MOST_LINKS) found.set(entry.documentId, entry);
  }
  return [...found.values()];
}

function strongMentions(mentions: readonly EntityMention[]): EntityMention[] {
  const counts = new Map<string, number>();
  for (const { text } of mentions) counts.set(text, (counts.get(text) ?? 0) + 1);
  return mentions.filter(({ text, kind, confidence }) => {
    const repeated = FOR_EACH_REPETITION * ((counts.get(text) ?? 1) - 1);
    // Sums of decimal fractions fall just short of what they mean.
    return kind !== null && confidence + repeated >= SUGGEST_FROM - 1e-9 && text.length <= LONGEST_NAME;
  });
}

function newEntity({ plan }: ImportContext, mention: EntityMention, language: string | null): NewRecord {
  const attributes = plan.content.entity?.attributes ?? {};
  const type = typeOf(plan, plan.content.entity?.uid ?? '');
  const names = nameParts(type, attributes.names, [{ text: mention.text, language, preferred: true }]);
  return {
    name: mention.text,
    values: {
      ...names.values,
      ...(attributes.name ? { [attributes.name]: mention.text } : {}),
      ...(attributes.kind ? { [attributes.kind]: mention.kind } : {}),
      ...(attributes.reviewState ? { [attributes.reviewState]: 'suggested' } : {}),
    },
    components: names.components,
  };
}
