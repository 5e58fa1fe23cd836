import type { Knex } from 'knex';

import type { ComponentPlan, TypePlan, WritePlan } from '../plan/write-plan';
import { allocateIds } from '../write/allocate-ids';
import { cellOf, type Value } from '../write/cell-of';
import { insertRows } from '../write/insert-rows';
import { layoutOf, pushRow, tableRows } from '../write/table-rows';
import { captionList, type HeldCaption, type MediaRow } from './media-items';
import { captionMark, type Caption } from './media-values';

/** A change as it is written: one caption of the list, or a text column. */
export interface MediaWrite {
  readonly field: string;
  readonly before: Value;
  readonly after: Value;
}

/**
 * Writes one change into a row of a media item, and what the row then holds into `row`. Of a list of captions only the
 * one that changed is touched. Returns false where `before` does not stand there any more.
 */
export async function writeMediaChange(
  trx: Knex.Transaction,
  plan: WritePlan,
  type: TypePlan,
  row: MediaRow,
  { field, before, after }: MediaWrite,
  changedAt: Date | null,
): Promise<boolean> {
  const list = captionList(plan);
  const cells: Record<string, ReturnType<typeof cellOf>> = {};
  if (list?.attribute === field) {
    if (!(await changeCaption(trx, list, row, asCaption(before), asCaption(after)))) return false;
  } else {
    const column = type.columns[field];
    if (!column || (row.values[field] ?? null) !== before) return false;
    row.values[field] = typeof after === 'string' ? after : null;
    cells[column.column] = cellOf(column, after);
  }
  const { updatedAt } = type.columns;
  if (updatedAt) cells[updatedAt.column] = cellOf(updatedAt, changedAt);
  await trx(type.table).where({ id: row.id }).update(cells);
  row.updatedAt = changedAt;
  return true;
}

interface CaptionList {
  readonly attribute: string;
  readonly component: ComponentPlan;
}

async function changeCaption(
  trx: Knex.Transaction,
  list: CaptionList,
  row: MediaRow,
  before: Caption | null,
  after: Caption | null,
): Promise<boolean> {
  const held = before && row.captions.find((one) => captionMark(one) === captionMark(before));
  if (before && !held) return false;
  if (after === null) {
    if (held) await removeCaption(trx, list.component, row, held);
    return held !== null;
  }
  if (held) await correctCaption(trx, list.component, row, held, after);
  else await addCaption(trx, list, row, after);
  return true;
}

async function addCaption(
  trx: Knex.Transaction,
  { attribute, component }: CaptionList,
  row: MediaRow,
  caption: Caption,
): Promise<void> {
  const { table, componentTable, from, to, columns } = component;
  const [id] = await allocateIds(trx, componentTable, 1);
  if (id === undefined) throw new Error(`No number was allocated in ${componentTable}.`);
  const order = (row.captions.at(-1)?.order ?? 0) + 1;
  const layout = layoutOf(columns);
  const components = tableRows(componentTable, layout.columns);
  pushRow(components.cells, layout, { ...caption }, { id });
  await insertRows(trx, components);
  const places = tableRows(table, [from, to, 'component_type', 'field', 'order']);
  places.cells.push(row.id, id, component.component, attribute, order);
  await insertRows(trx, places);
  row.captions = [...row.captions, { ...caption, id, order }];
}

async function correctCaption(
  trx: Knex.Transaction,
  { componentTable, columns }: ComponentPlan,
  row: MediaRow,
  held: HeldCaption,
  { text, language }: Caption,
): Promise<void> {
  const cells: Record<string, string | null> = {};
  if (columns['text']) cells[columns['text'].column] = text;
  if (columns['language']) cells[columns['language'].column] = language;
  await trx(componentTable).where({ id: held.id }).update(cells);
  row.captions = row.captions.map((one) => (one === held ? { ...held, text, language } : one));
}

async function removeCaption(
  trx: Knex.Transaction,
  { table, componentTable, component, from, to }: ComponentPlan,
  row: MediaRow,
  held: HeldCaption,
): Promise<void> {
  await trx(table)
    .where({ [from]: row.id, [to]: held.id, component_type: component })
    .delete();
  await trx(componentTable).where({ id: held.id }).delete();
  row.captions = row.captions.filter((one) => one !== held);
}

function asCaption(value: Value): Caption | null {
  if (typeof value !== 'object' || value === null || !('text' in value)) return null;
  const language = 'language' in value && typeof value.language === 'string' ? value.language : null;
  return typeof value.text === 'string' ? { text: value.text, language } : null;
}
