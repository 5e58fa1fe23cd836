import type { Knex } from 'knex';

import type { ComponentPlan, LinkPlan, TypePlan } from '../plan/write-plan';
import { allocateIds } from './allocate-ids';
import type { Cell, Value } from './cell-of';
import { insertRows } from './insert-rows';
import { layoutOf, pushAgain, pushRow, tableRows, type TableRows } from './table-rows';

/** The numeric rows of a document: one without draft & publish, else a draft and perhaps a published one. */
export interface DocumentRows {
  readonly documentId: string;
  readonly draft: number;
  readonly published: number | null;
}

export interface NewDocument {
  readonly documentId: string;
  readonly locale: string | null;
  readonly published: boolean;
  readonly values: Readonly<Record<string, Value>>;
  /** By relation attribute, in order. */
  readonly links: Readonly<Record<string, readonly DocumentRows[]>>;
  /** By component attribute, in order. */
  readonly components: Readonly<Record<string, readonly Readonly<Record<string, Value>>[]>>;
}

interface PlannedRow {
  readonly id: number;
  readonly document: NewDocument;
  readonly publishedAt: Date | null;
}

/**
 * Writes new documents with a fixed number of statements, whatever their count: entries, links, components.
 * The rows equal those of Strapi's Document Service (`create`, then `publish`); no lifecycle hook runs.
 */
export async function insertDocuments(
  trx: Knex.Transaction,
  type: TypePlan,
  documents: readonly NewDocument[],
  now: Date,
): Promise<DocumentRows[]> {
  const wanted = documents.flatMap((document) => rowsWanted(type, document, now));
  const ids = await allocateIds(trx, type.table, wanted.length);
  const planned = wanted.map((row, index): PlannedRow => ({ ...row, id: idAt(ids, index) }));

  await insertRows(trx, entryRows(type, planned, now));
  for (const [name, link] of Object.entries(type.links)) await insertLinks(trx, link, name, planned);
  for (const [name, plan] of Object.entries(type.components))
    await insertComponents(trx, plan, name, planned);
  return rowsOfDocuments(type, documents, planned);
}

function rowsWanted(type: TypePlan, document: NewDocument, now: Date): Omit<PlannedRow, 'id'>[] {
  if (!type.draftAndPublish) return [{ document, publishedAt: now }];
  const draft = { document, publishedAt: null };
  return document.published ? [draft, { document, publishedAt: now }] : [draft];
}

function idAt(ids: readonly number[], index: number): number {
  const id = ids[index];
  if (id === undefined) throw new Error(`Only ${ids.length} IDs were allocated.`);
  return id;
}

function entryRows(type: TypePlan, planned: readonly PlannedRow[], now: Date): TableRows {
  const layout = layoutOf(type.columns);
  const rows = tableRows(type.table, layout.columns);
  let before: NewDocument | null = null;
  for (const { id, document, publishedAt } of planned) {
    const { documentId, locale } = document;
    if (document === before) {
      pushAgain(
        rows.cells,
        layout,
        new Map<string, Cell>([
          ['id', id],
          ['publishedAt', publishedAt],
        ]),
      );
    } else {
      const system = { id, documentId, createdAt: now, updatedAt: now, publishedAt, locale };
      pushRow(rows.cells, layout, document.values, system);
    }
    before = document;
  }
  return rows;
}

function rowsOfDocuments(
  type: TypePlan,
  documents: readonly NewDocument[],
  planned: readonly PlannedRow[],
): DocumentRows[] {
  const idsOf = new Map<NewDocument, number[]>();
  for (const row of planned) {
    const ids = idsOf.get(row.document);
    if (ids) ids.push(row.id);
    else idsOf.set(row.document, [row.id]);
  }
  return documents.map((document) => {
    const [first, second] = idsOf.get(document) ?? [];
    if (first === undefined) throw new Error(`No row was planned for ${document.documentId}.`);
    const published = type.draftAndPublish ? (second ?? null) : first;
    return { documentId: document.documentId, draft: first, published };
  });
}

async function insertLinks(
  trx: Knex.Transaction,
  link: LinkPlan,
  name: string,
  planned: readonly PlannedRow[],
): Promise<void> {
  const rows = tableRows(link.table, linkColumns(link));
  for (const { id, document, publishedAt } of planned) {
    pushLinks(rows.cells, link, id, publishedAt !== null, document.links[name] ?? []);
  }
  await insertRows(trx, rows);
}

/** Rows of a join table: draft rows point at drafts, published rows at published ones. */
export function linkRows(
  link: LinkPlan,
  from: number,
  published: boolean,
  targets: readonly DocumentRows[],
): TableRows {
  const rows = tableRows(link.table, linkColumns(link));
  pushLinks(rows.cells, link, from, published, targets);
  return rows;
}

function linkColumns({ from, to, order }: LinkPlan): string[] {
  return order === null ? [from, to] : [from, to, order];
}

function pushLinks(
  cells: Cell[],
  { order }: LinkPlan,
  from: number,
  published: boolean,
  targets: readonly DocumentRows[],
): void {
  let place = 0;
  for (const target of targets) {
    const to = published ? target.published : target.draft;
    if (to === null) continue;
    place += 1;
    cells.push(from, to);
    if (order !== null) cells.push(place);
  }
}

async function insertComponents(
  trx: Knex.Transaction,
  plan: ComponentPlan,
  name: string,
  planned: readonly PlannedRow[],
): Promise<void> {
  const wanted = planned.flatMap(({ id, document }) =>
    (document.components[name] ?? []).map((values, index) => ({ from: id, values, order: index + 1 })),
  );
  const ids = await allocateIds(trx, plan.componentTable, wanted.length);
  const layout = layoutOf(plan.columns);
  const components = tableRows(plan.componentTable, layout.columns);
  const places = tableRows(plan.table, [plan.from, plan.to, 'component_type', 'field', 'order']);
  for (const [index, { from, values, order }] of wanted.entries()) {
    const id = idAt(ids, index);
    pushRow(components.cells, layout, values, { id });
    places.cells.push(from, id, plan.component, name, order);
  }
  await insertRows(trx, components);
  await insertRows(trx, places);
}
