import type { Knex } from 'knex';

import { IMPORTED_ENTRY } from '../../plugin-id';
import { typeOf, type ComponentPlan, type TypePlan, type WritePlan } from '../plan/write-plan';
import { fromJson, timeOf } from '../write/cell-of';
import type { Caption } from './media-values';

/** A caption of an item, and the component that holds it. */
export interface HeldCaption extends Caption {
  readonly id: number;
  readonly order: number;
}

/** One row of a media item as it stands: its only one, or the draft or published one. */
export interface MediaRow {
  readonly id: number;
  readonly version: 'draft' | 'published';
  updatedAt: Date | null;
  /** Text columns by attribute. */
  readonly values: Record<string, string | null>;
  captions: readonly HeldCaption[];
}

export interface MediaItem {
  readonly documentId: string;
  readonly rows: readonly MediaRow[];
  /** Marks of the captions that imports gave it at any time; one that is not there any more, a person took away. */
  readonly imported: ReadonlySet<string>;
}

/** The component of a type that keeps captions as a list; null where it keeps one as text, or none. */
export function captionList(plan: WritePlan): { attribute: string; component: ComponentPlan } | null {
  const target = plan.content.media;
  const attribute = target?.attributes.captions;
  const component = target && attribute ? typeOf(plan, target.uid).components[attribute] : undefined;
  return attribute && component ? { attribute, component } : null;
}

/** Reads items with their captions: three queries, whatever their number. */
export async function mediaItems(
  trx: Knex.Transaction,
  plan: WritePlan,
  type: TypePlan,
  documentIds: readonly string[],
): Promise<Map<string, MediaItem>> {
  if (documentIds.length === 0) return new Map();
  const rows: Record<string, unknown>[] = await trx(type.table)
    .whereIn('document_id', [...documentIds])
    .orderBy('id')
    .select('*');
  const captions = await heldCaptions(
    trx,
    plan,
    rows.map((row) => Number(row['id'])),
  );
  const imported = await importedMarks(trx, plan, type, documentIds);
  const items = new Map<string, MediaItem>();
  for (const row of rows) {
    const documentId = String(row['document_id']);
    const id = Number(row['id']);
    const one: MediaRow = {
      id,
      version: type.draftAndPublish && row['published_at'] !== null ? 'published' : 'draft',
      updatedAt: timeOf(row['updated_at']),
      values: textValues(type, row),
      captions: captions.get(id) ?? [],
    };
    const before = items.get(documentId);
    items.set(documentId, {
      documentId,
      rows: [...(before?.rows ?? []), one],
      imported: imported.get(documentId) ?? new Set(),
    });
  }
  return items;
}

function textValues(type: TypePlan, row: Readonly<Record<string, unknown>>): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(type.columns).map(([name, { column }]) => {
      const cell = row[column];
      return [name, typeof cell === 'string' ? cell : null];
    }),
  );
}

async function heldCaptions(
  trx: Knex.Transaction,
  plan: WritePlan,
  ids: readonly number[],
): Promise<Map<number, HeldCaption[]>> {
  const held = new Map<number, HeldCaption[]>();
  const list = captionList(plan);
  const text = list?.component.columns['text']?.column;
  if (!list || !text) return held;
  const { table, componentTable, from, to, columns } = list.component;
  const language = columns['language']?.column;
  const rows: (HeldCaption & { owner: number })[] = await trx(table)
    .join(componentTable, `${table}.${to}`, `${componentTable}.id`)
    .whereIn(`${table}.${from}`, [...ids])
    .andWhere(`${table}.field`, list.attribute)
    .orderBy(`${table}.order`)
    .select({
      owner: `${table}.${from}`,
      id: `${componentTable}.id`,
      order: `${table}.order`,
      text: `${componentTable}.${text}`,
      language: language ? `${componentTable}.${language}` : trx.raw('null'),
    });
  for (const { owner, ...caption } of rows) held.set(owner, [...(held.get(owner) ?? []), caption]);
  return held;
}

async function importedMarks(
  trx: Knex.Transaction,
  plan: WritePlan,
  type: TypePlan,
  documentIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const rows: { target: string; fields: unknown }[] = await trx(typeOf(plan, IMPORTED_ENTRY).table)
    .whereIn('target', [...documentIds])
    .andWhere({ content_type: type.uid })
    .select('target', 'fields');
  const marks = new Map<string, Set<string>>();
  for (const { target, fields } of rows) {
    const own = marks.get(target) ?? new Set<string>();
    marks.set(target, own);
    for (const name of Object.keys((fromJson(fields) ?? {}) as object)) own.add(name);
  }
  return marks;
}
