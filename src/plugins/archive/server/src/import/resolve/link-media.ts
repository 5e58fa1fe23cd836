import type { Knex } from 'knex';

import { canonicalUrl } from '../../../../core/dedupe/canonical-url';
import type { MediaMention } from '../../../../core/draft-article';
import type { ParsedRecord } from '../input/parsed-record';
import { RECORD_KEY } from '../../plugin-id';
import { typeOf } from '../plan/write-plan';
import { among } from '../write/among';
import type { DocumentRows } from '../write/insert-documents';
import { createRecords } from './create-records';
import type { ImportContext } from './import-context';
import { insertKeys } from './insert-keys';
import { newMedia } from './media-values';
import { eraScope, keyName, keyOf, type RecordKey } from './record-keys';

/** An article whose media are wanted. */
export interface MediaWish {
  readonly documentId: string;
  readonly parsed: ParsedRecord;
}

/**
 * The media items of each article, in order: known by legacy ID within the era or by address, otherwise by their
 * place in the article; created where they are missing. Three queries, whatever the number of articles.
 */
export async function linkMedia(
  trx: Knex.Transaction,
  context: ImportContext,
  wishes: readonly MediaWish[],
): Promise<Map<string, DocumentRows[]>> {
  const target = context.plan.content.media;
  if (!target) return new Map();
  const wanted = wishes.flatMap((wish) =>
    wish.parsed.draft.media.map((media, position) => ({ wish, media, key: mediaKey(wish, media, position) })),
  );
  const known = await knownMedia(
    trx,
    context,
    wanted.map(({ key }) => key),
  );

  const missing = new Map<string, (typeof wanted)[number]>();
  for (const one of wanted) {
    const name = keyName(one.key);
    if (!known.has(name) && !missing.has(name)) missing.set(name, one);
  }
  const created = [...missing.values()].map(({ wish, media }) => newMedia(context.plan, wish.parsed, media));
  const rows = await createRecords(trx, context, typeOf(context.plan, target.uid), null, created);
  const keys = [...missing.values()].map(({ key }, index) => ({ key, rows: rows[index] }));
  for (const { key, rows: row } of keys) if (row) known.set(keyName(key), row);
  await insertKeys(
    trx,
    context,
    keys.flatMap(({ key, rows: row }) =>
      row
        ? [
            {
              key,
              contentType: target.uid,
              target: row.documentId,
              locale: '',
              duplicate: false,
              fingerprint: null,
            },
          ]
        : [],
    ),
  );

  const byArticle = new Map<string, DocumentRows[]>();
  for (const { wish, key } of wanted) {
    const row = known.get(keyName(key));
    const items = byArticle.get(wish.documentId) ?? [];
    if (row && !items.includes(row)) byArticle.set(wish.documentId, [...items, row]);
  }
  return byArticle;
}

function mediaKey({ documentId, parsed }: MediaWish, media: MediaMention, position: number): RecordKey {
  const { era, source } = parsed.draft;
  if (media.legacyId !== null)
    return keyOf('mediaId', `${eraScope(era.name, source.name)}|${media.legacyId}`);
  const url = media.url === null ? null : canonicalUrl(media.url);
  return url === null ? keyOf('mediaOf', `${documentId}|${position}`) : keyOf('mediaUrl', url);
}

async function knownMedia(
  trx: Knex.Transaction,
  { plan }: ImportContext,
  keys: readonly RecordKey[],
): Promise<Map<string, DocumentRows>> {
  if (keys.length === 0) return new Map();
  const type = typeOf(plan, plan.content.media?.uid ?? '');
  const table = typeOf(plan, RECORD_KEY).table;
  const rows: { kind: RecordKey['kind']; key: string; documentId: string; id: number }[] = await trx(table)
    .join(type.table, `${table}.target`, `${type.table}.document_id`)
    .where(
      among(
        trx,
        `${table}.key`,
        keys.map((one) => one.key),
      ),
    )
    .whereIn(`${table}.kind`, ['mediaId', 'mediaUrl', 'mediaOf'])
    .select({
      kind: `${table}.kind`,
      key: `${table}.key`,
      documentId: `${type.table}.document_id`,
      id: `${type.table}.id`,
    });
  return new Map(
    rows.map((row) => [keyName(row), { documentId: row.documentId, draft: row.id, published: row.id }]),
  );
}
