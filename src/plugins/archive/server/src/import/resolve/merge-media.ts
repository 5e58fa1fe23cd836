import type { Knex } from 'knex';

import { issue, type Issue } from '../../../../core/issue';
import type { TypePlan } from '../plan/write-plan';
import type { DocumentRows } from '../write/insert-documents';
import type { FieldChange } from '../write/update-articles';
import { fieldHash } from './hash';
import type { ImportContext } from './import-context';
import type { LinkedMedia, MediaWish, Wanted } from './link-media';
import { captionChanges } from './merge-captions';
import { captionList, mediaItems, type MediaItem, type MediaRow } from './media-items';
import { captionMark, captionOf, type Caption } from './media-values';
import { rememberEntries } from './remember-entries';
import { writeMediaChange } from './write-media-change';

/** A change of a media item, kept in the ledger with the record that brought it. */
export type MediaChange = FieldChange & { readonly media: string };

/** What one article says of one item, all its mentions together. */
export interface ItemSaying {
  readonly wish: MediaWish;
  readonly item: DocumentRows;
  readonly captions: readonly Caption[];
  readonly credit: string | null;
  /** The item was created from this very saying: there is nothing to merge. */
  readonly isSource: boolean;
}

/** Gathers the mentions by article and item, in their order. */
export function groupByItem(
  wanted: readonly Wanted[],
  itemOf: (one: Wanted) => DocumentRows | undefined,
  fresh: ReadonlySet<string>,
): ItemSaying[] {
  const sayings = new Map<string, ItemSaying>();
  const sourced = new Set<string>();
  for (const one of wanted) {
    const item = itemOf(one);
    if (!item) continue;
    const name = `${one.wish.documentId}/${item.documentId}`;
    const before = sayings.get(name);
    const caption = captionOf(one.wish.parsed, one.media);
    const first = fresh.has(item.documentId) && !sourced.has(item.documentId);
    sourced.add(item.documentId);
    sayings.set(name, {
      wish: one.wish,
      item,
      captions: [...(before?.captions ?? []), ...(caption ? [caption] : [])],
      credit: before?.credit ?? one.media.credit,
      isSource: before === undefined && first,
    });
  }
  return [...sayings.values()];
}

/**
 * Brings items up to what records say of them, a three-way merge as for articles: the caption that an article gave
 * before is corrected where it still stands, one that a person changed stays, and another article's caption is added
 * to the list. The first credit stays; another one is an issue of the record.
 */
export async function mergeMedia(
  trx: Knex.Transaction,
  context: ImportContext,
  type: TypePlan,
  sayings: readonly ItemSaying[],
): Promise<Map<string, LinkedMedia>> {
  const merging = sayings.filter((saying) => !saying.isSource);
  const ids = [...new Set(merging.map(({ item }) => item.documentId))];
  const items = await mediaItems(trx, context.plan, type, ids);
  const linked = new Map<string, LinkedMedia>();
  for (const saying of sayings) {
    const item = saying.isSource ? undefined : items.get(saying.item.documentId);
    const merged = item ? await mergeItem(trx, context, type, item, saying) : NOTHING;
    const before = linked.get(saying.wish.documentId);
    linked.set(saying.wish.documentId, {
      items: [...(before?.items ?? []), saying.item],
      changes: [...(before?.changes ?? []), ...merged.changes],
      issues: [...(before?.issues ?? []), ...merged.issues],
      memory: { ...before?.memory, [memoryKey(saying)]: memoryOf(saying) },
    });
  }
  return linked;
}

interface Merged {
  readonly changes: readonly MediaChange[];
  readonly issues: readonly Issue[];
}

const NOTHING: Merged = { changes: [], issues: [] };

async function mergeItem(
  trx: Knex.Transaction,
  context: ImportContext,
  type: TypePlan,
  item: MediaItem,
  saying: ItemSaying,
): Promise<Merged> {
  const last = lastOf(saying);
  const changes: MediaChange[] = [];
  const issues: Issue[] = [];
  for (const row of item.rows) {
    const asked = [
      ...captionAsks(context, item, row, saying, last),
      ...creditAsks(context, row, saying, last),
    ];
    const own = asked.flatMap((one) => ('change' in one ? [one.change] : []));
    for (const change of own)
      if (!change.kept) await writeMediaChange(trx, context.plan, type, row, change, context.now());
    changes.push(...own);
    issues.push(...asked.flatMap((one) => ('issue' in one ? [one.issue] : [])));
  }
  const added = changes.flatMap(({ kept, after }) => (kept || !isCaption(after) ? [] : [captionMark(after)]));
  if (added.length > 0) {
    const fields = Object.fromEntries(added.map((mark) => [mark, mark]));
    const target = { contentType: type.uid, target: item.documentId, locale: '', contentHash: null };
    // No row of its own: this only tells what an import once wrote.
    await rememberEntries(trx, context, [{ ...target, fields, rowCount: 0 }]);
  }
  // Draft and published row say the same twice.
  return { changes, issues: [...new Map(issues.map((one) => [one.found, one])).values()] };
}

type Ask = { readonly change: MediaChange } | { readonly issue: Issue };

function captionAsks(
  { plan }: ImportContext,
  item: MediaItem,
  row: MediaRow,
  saying: ItemSaying,
  last: Last,
): Ask[] {
  const list = captionList(plan);
  if (!list) return textAsks(plan.content.media?.attributes.captions, row, saying, last);
  return captionChanges({
    held: row.captions,
    incoming: saying.captions,
    last: last?.captions ?? [],
    imported: item.imported,
  }).map((change) => ({ change: { ...about(row, saying), field: list.attribute, ...change } }));
}

/** A type that keeps one caption as plain text. */
function textAsks(
  attribute: string | null | undefined,
  row: MediaRow,
  saying: ItemSaying,
  last: Last,
): Ask[] {
  const text = saying.captions[0]?.text ?? null;
  return attribute ? textAsk(attribute, row, saying, text, last?.text ?? null) : [];
}

function creditAsks({ plan }: ImportContext, row: MediaRow, saying: ItemSaying, last: Last): Ask[] {
  const attribute = plan.content.media?.attributes.credit;
  return attribute ? textAsk(attribute, row, saying, saying.credit, last?.credit ?? null) : [];
}

function textAsk(
  attribute: string,
  row: MediaRow,
  saying: ItemSaying,
  after: string | null,
  last: string | null,
): Ask[] {
  const before = row.values[attribute] ?? null;
  if (!(attribute in row.values) || after === null || after === before || fieldHash(after) === last)
    return [];
  const change = { ...about(row, saying), field: attribute, before, after };
  if (last !== null && last !== 'null') return [{ change: { ...change, kept: fieldHash(before) !== last } }];
  if (before === null) return [{ change: { ...change, kept: false } }];
  const found = `${attribute} of ${saying.item.documentId}: ${before}, not ${after}`;
  return [{ issue: issue('media-differs', { start: 0, end: 0 }, found) }];
}

function about(row: MediaRow, { item }: ItemSaying) {
  return { media: item.documentId, row: row.version, rowChangedAt: row.updatedAt?.toISOString() ?? null };
}

function isCaption(value: unknown): value is Caption {
  return typeof value === 'object' && value !== null && 'text' in value;
}

/** What an article said of an item at its last import, as hashes. */
type Last = { readonly captions: readonly string[]; readonly text: string; readonly credit: string } | null;

/** Prefix of what an import remembers of media among the hashes of an article's fields. */
const MEMORY = 'media:';

function memoryKey({ item }: ItemSaying): string {
  return `${MEMORY}${item.documentId}`;
}

/** The marks of the captions that an article gave an item, as its imports remember them. */
export function captionMarksOf(memory: Readonly<Record<string, string>>, item: string): string[] {
  const [marks = ''] = (memory[`${MEMORY}${item}`] ?? '').split('|');
  return marks.split(' ').filter((mark) => mark !== '');
}

function memoryOf({ captions, credit }: ItemSaying): string {
  const marks = captions.map(captionMark).join(' ');
  return [marks, fieldHash(captions[0]?.text ?? null), fieldHash(credit)].join('|');
}

function lastOf(saying: ItemSaying): Last {
  const memory = saying.wish.last?.[memoryKey(saying)];
  if (memory === undefined) return null;
  const [marks = '', text = 'null', credit = 'null'] = memory.split('|');
  return { captions: marks.split(' ').filter((mark) => mark !== ''), text, credit };
}
