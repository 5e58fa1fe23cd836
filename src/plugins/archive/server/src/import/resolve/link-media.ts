import type { Knex } from 'knex';

import { canonicalUrl } from '../../../../core/dedupe/canonical-url';
import type { MediaMention } from '../../../../core/draft-article';
import type { Issue } from '../../../../core/issue';
import type { ParsedRecord } from '../input/parsed-record';
import { RECORD_KEY } from '../../plugin-id';
import { typeOf, type TypePlan } from '../plan/write-plan';
import { among } from '../write/among';
import type { DocumentRows } from '../write/insert-documents';
import { createRecords } from './create-records';
import type { ImportContext } from './import-context';
import { insertKeys } from './insert-keys';
import { groupByItem, mergeMedia, type MediaChange } from './merge-media';
import { newMedia } from './media-values';
import { eraScope, keyName, keyOf, type RecordKey } from './record-keys';

/** An article whose media are wanted. */
export interface MediaWish {
  readonly documentId: string;
  readonly parsed: ParsedRecord;
  /** What its last import left in memory; null for a new article. */
  readonly last: Readonly<Record<string, string>> | null;
}

/** What became of the media of one article. */
export interface LinkedMedia {
  /** In order. */
  readonly items: readonly DocumentRows[];
  readonly changes: readonly MediaChange[];
  readonly issues: readonly Issue[];
  /** What to keep for the next import, to tell a corrected caption from an editor's. */
  readonly memory: Readonly<Record<string, string>>;
}

export const NO_MEDIA: LinkedMedia = { items: [], changes: [], issues: [], memory: {} };

export interface Wanted {
  readonly wish: MediaWish;
  readonly media: MediaMention;
  readonly key: RecordKey;
}

/**
 * The media of each article, by its document ID: known by legacy ID within the era or by address, otherwise by their
 * place in the article; created where they are missing. What a record says of a known one is merged into it. A few
 * queries, whatever the number of articles.
 */
export async function linkMedia(
  trx: Knex.Transaction,
  context: ImportContext,
  wishes: readonly MediaWish[],
): Promise<Map<string, LinkedMedia>> {
  const target = context.plan.content.media;
  const wanted = wishes.flatMap((wish) =>
    wish.parsed.draft.media.map(
      (media, position): Wanted => ({ wish, media, key: keyFor(wish, media, position) }),
    ),
  );
  if (!target || wanted.length === 0) return new Map();
  const type = typeOf(context.plan, target.uid);
  const known = await knownMedia(
    trx,
    context,
    type,
    wanted.map(({ key }) => key),
  );
  const created = await createMissing(trx, context, type, wanted, known);
  const items = new Map([...known, ...created]);
  const itemOf = ({ key }: Wanted) => items.get(keyName(key));
  const fresh = new Set([...created.values()].map(({ documentId }) => documentId));
  return mergeMedia(trx, context, type, groupByItem(wanted, itemOf, fresh));
}

function keyFor({ documentId, parsed }: MediaWish, media: MediaMention, position: number): RecordKey {
  const { era, source } = parsed.draft;
  if (media.legacyId !== null)
    return keyOf('mediaId', `${eraScope(era.name, source.name)}|${media.legacyId}`);
  const url = media.url === null ? null : canonicalUrl(media.url);
  return url === null ? keyOf('mediaOf', `${documentId}|${position}`) : keyOf('mediaUrl', url);
}

async function createMissing(
  trx: Knex.Transaction,
  context: ImportContext,
  type: TypePlan,
  wanted: readonly Wanted[],
  known: ReadonlyMap<string, DocumentRows>,
): Promise<Map<string, DocumentRows>> {
  const missing = new Map<string, Wanted>();
  for (const one of wanted) {
    const name = keyName(one.key);
    if (!known.has(name) && !missing.has(name)) missing.set(name, one);
  }
  const first = [...missing.values()];
  const records = first.map(({ wish, media }) => newMedia(context.plan, wish.parsed, media));
  const rows = await createRecords(trx, context, type, null, records);
  const made = first.flatMap(({ key }, index) => {
    const row = rows[index];
    return row ? [{ key, row }] : [];
  });
  const about = { contentType: type.uid, locale: '', duplicate: false, fingerprint: null };
  await insertKeys(
    trx,
    context,
    made.map(({ key, row }) => ({ ...about, key, target: row.documentId })),
  );
  return new Map(made.map(({ key, row }) => [keyName(key), row]));
}

/** By `keyName`: the items that the keys lead to, with their rows. */
async function knownMedia(
  trx: Knex.Transaction,
  { plan }: ImportContext,
  type: TypePlan,
  keys: readonly RecordKey[],
): Promise<Map<string, DocumentRows>> {
  const table = typeOf(plan, RECORD_KEY).table;
  const names = [...new Set(keys.map((one) => one.key))];
  const rows: (Pick<RecordKey, 'kind' | 'key'> & { documentId: string; id: number; publishedAt: unknown })[] =
    await trx(table)
      .join(type.table, `${table}.target`, `${type.table}.document_id`)
      .where(among(trx, `${table}.key`, names))
      .whereIn(`${table}.kind`, ['mediaId', 'mediaUrl', 'mediaOf'])
      .orderBy(`${type.table}.id`)
      .select({
        kind: `${table}.kind`,
        key: `${table}.key`,
        documentId: `${type.table}.document_id`,
        id: `${type.table}.id`,
        publishedAt: `${type.table}.published_at`,
      });
  const known = new Map<string, DocumentRows>();
  for (const { documentId, id, publishedAt, ...key } of rows) {
    const before = known.get(keyName(key));
    if (!type.draftAndPublish) known.set(keyName(key), { documentId, draft: id, published: id });
    else if (publishedAt === null) {
      known.set(keyName(key), { documentId, draft: id, published: before?.published ?? null });
    } else known.set(keyName(key), { documentId, draft: before?.draft ?? id, published: id });
  }
  return known;
}
