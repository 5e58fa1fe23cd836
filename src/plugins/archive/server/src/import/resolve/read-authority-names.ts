import type { Knex } from 'knex';

import type { ComponentPlan, TypePlan } from '../plan/write-plan';
import type { DocumentRows } from '../write/insert-documents';

/** An authority record with every name that it goes by. */
export interface NamedRecord extends DocumentRows {
  readonly name: string;
  /** The display name first. */
  readonly names: readonly string[];
  readonly kind: string | null;
  readonly state: string;
  /** Document ID of the record that took its place. */
  readonly mergedInto: string | null;
}

/** Attributes of the type; null or absent where it has none. */
export interface NameAttributes {
  readonly name: string;
  readonly names?: string | null | undefined;
  readonly kind?: string | null | undefined;
  readonly reviewState?: string | null | undefined;
  readonly mergedInto?: string | null | undefined;
}

interface EntryRow {
  id: number;
  documentId: string;
  name: string | null;
  kind: string | null;
  state: string | null;
  publishedAt: unknown;
}

/** Reads the records of an authority type, or only those that are named; three queries. */
export async function readAuthorityNames(
  knex: Knex,
  type: TypePlan,
  attributes: NameAttributes,
  documentIds: readonly string[] | null = null,
): Promise<NamedRecord[]> {
  const rows = await readRows(knex, type, attributes, documentIds);
  const ids = documentIds === null ? null : rows.map((row) => row.id);
  const further = await readNames(knex, type.components[attributes.names ?? ''], attributes.names ?? '', ids);
  const merged = await readMerged(knex, type, attributes.mergedInto, ids);
  const records: NamedRecord[] = [];
  for (const versions of versionsByDocument(rows)) {
    const draft = versions.find((row) => row.publishedAt === null) ?? versions[0];
    if (!draft?.name) continue;
    const published = type.draftAndPublish ? versions.find((row) => row.publishedAt !== null) : draft;
    records.push({
      documentId: draft.documentId,
      draft: draft.id,
      published: published?.id ?? null,
      name: draft.name,
      names: [...new Set([draft.name, ...(further.get(draft.id) ?? [])])],
      kind: draft.kind,
      // A type that keeps no state has only records that people made.
      state: draft.state ?? 'confirmed',
      mergedInto: merged.get(draft.id) ?? null,
    });
  }
  return records;
}

async function readRows(
  knex: Knex,
  type: TypePlan,
  attributes: NameAttributes,
  documentIds: readonly string[] | null,
): Promise<EntryRow[]> {
  const select = (name: string | null | undefined, as: string) => {
    const found = name ? type.columns[name]?.column : undefined;
    return found ? knex.ref(found).as(as) : knex.raw('null as ??', [as]);
  };
  const rows: EntryRow[] = await knex(type.table)
    .modify((query) => {
      if (documentIds !== null) void query.whereIn('document_id', [...documentIds]);
    })
    .orderBy('id')
    .select(
      'id',
      { documentId: 'document_id', publishedAt: 'published_at' },
      select(attributes.name, 'name'),
      select(attributes.kind, 'kind'),
      select(attributes.reviewState, 'state'),
    );
  return rows;
}

async function readNames(
  knex: Knex,
  plan: ComponentPlan | undefined,
  field: string,
  ids: readonly number[] | null,
): Promise<Map<number, string[]>> {
  const text = plan?.columns['text']?.column;
  const names = new Map<number, string[]>();
  if (!plan || !text) return names;
  const rows: { owner: number; text: string | null }[] = await knex(plan.table)
    .join(plan.componentTable, `${plan.table}.${plan.to}`, `${plan.componentTable}.id`)
    .where(`${plan.table}.field`, field)
    .modify((query) => {
      if (ids !== null) void query.whereIn(`${plan.table}.${plan.from}`, [...ids]);
    })
    .select({ owner: `${plan.table}.${plan.from}`, text: `${plan.componentTable}.${text}` });
  for (const { owner, text: name } of rows) {
    if (!name) continue;
    const own = names.get(owner);
    if (own) own.push(name);
    else names.set(owner, [name]);
  }
  return names;
}

async function readMerged(
  knex: Knex,
  type: TypePlan,
  attribute: string | null | undefined,
  ids: readonly number[] | null,
): Promise<Map<number, string>> {
  const link = attribute ? type.links[attribute] : undefined;
  if (!link) return new Map();
  const rows: { from: number; to: string }[] = await knex({ link: link.table })
    .join({ target: type.table }, `link.${link.to}`, 'target.id')
    .modify((query) => {
      if (ids !== null) void query.whereIn(`link.${link.from}`, [...ids]);
    })
    .select({ from: `link.${link.from}`, to: 'target.document_id' });
  return new Map(rows.map(({ from, to }) => [from, to]));
}

function versionsByDocument(rows: readonly EntryRow[]): EntryRow[][] {
  const groups = new Map<string, EntryRow[]>();
  for (const row of rows) {
    const group = groups.get(row.documentId);
    if (group) group.push(row);
    else groups.set(row.documentId, [row]);
  }
  return [...groups.values()];
}
