import type { Knex } from 'knex';

import { fold } from '../../../../core/text/fold';
import type { ComponentPlan, TypePlan } from '../plan/write-plan';
import { fromJson } from '../write/cell-of';
import type { DocumentRows } from '../write/insert-documents';

/** An authority record as an import needs it: which rows to link, and whether people refused it. */
export interface AuthorityEntry extends DocumentRows {
  readonly name: string;
  readonly kind: string | null;
  readonly rejected: boolean;
}

/** All names of one authority type (sources, entities, eras), folded, in memory. */
export interface Authority {
  find(name: string, kind?: string): AuthorityEntry | null;
  add(names: readonly string[], entry: AuthorityEntry): void;
}

interface EntryRow {
  id: number;
  documentId: string;
  name: string | null;
  kind: string | null;
  state: string | null;
  alternatives: string | null;
  publishedAt: unknown;
}

/** Attributes that hold what the authority is known by; null or absent where the type has none. */
export interface AuthorityAttributes {
  readonly name: string;
  readonly names?: string | null | undefined;
  readonly kind?: string | null | undefined;
  readonly reviewState?: string | null | undefined;
  /** JSON list of further names. */
  readonly alternatives?: string | null | undefined;
}

/** Names come again and again; folding one takes longer than looking it up. */
const MOST_FOLDED = 50_000;

/** `keyOf` says which spellings are one name. */
export function emptyAuthority(keyOf: (name: string) => string = fold): Authority {
  const byName = new Map<string, AuthorityEntry[]>();
  const folded = new Map<string, string>();
  const foldOnce = (name: string): string => {
    const known = folded.get(name);
    if (known !== undefined) return known;
    if (folded.size >= MOST_FOLDED) folded.clear();
    const key = keyOf(name);
    folded.set(name, key);
    return key;
  };
  return {
    find(name, kind) {
      const entries = byName.get(foldOnce(name)) ?? [];
      return entries.find((entry) => kind === undefined || entry.kind === kind) ?? null;
    },
    add(names, entry) {
      for (const key of new Set(names.map(foldOnce))) byName.set(key, [...(byName.get(key) ?? []), entry]);
    },
  };
}

/** Reads every name of a type; the names of tens of thousands of records take some megabytes. */
export async function loadAuthority(
  knex: Knex,
  type: TypePlan,
  attributes: AuthorityAttributes,
  keyOf: (name: string) => string = fold,
): Promise<Authority> {
  const authority = emptyAuthority(keyOf);
  const rows = await readEntries(knex, type, attributes);
  const names = type.components[attributes.names ?? ''];
  const further = names ? await readNames(knex, names, attributes.names ?? '') : new Map<number, string[]>();
  for (const [documentId, versions] of groupedByDocument(rows)) {
    const draft = versions.find((row) => row.publishedAt === null) ?? versions[0];
    if (!draft?.name) continue;
    const published = type.draftAndPublish ? versions.find((row) => row.publishedAt !== null) : draft;
    authority.add([draft.name, ...alternativesOf(draft), ...(further.get(draft.id) ?? [])], {
      documentId,
      draft: draft.id,
      published: published?.id ?? null,
      name: draft.name,
      kind: draft.kind,
      rejected: draft.state === 'rejected',
    });
  }
  return authority;
}

async function readEntries(knex: Knex, type: TypePlan, attributes: AuthorityAttributes): Promise<EntryRow[]> {
  const column = (name: string | null | undefined) => (name ? (type.columns[name]?.column ?? null) : null);
  const select = (name: string | null | undefined, as: string) => {
    const found = column(name);
    return found ? knex.ref(found).as(as) : knex.raw('null as ??', [as]);
  };
  const rows: EntryRow[] = await knex(type.table).select(
    'id',
    { documentId: 'document_id', publishedAt: 'published_at' },
    select(attributes.name, 'name'),
    select(attributes.kind, 'kind'),
    select(attributes.reviewState, 'state'),
    select(attributes.alternatives, 'alternatives'),
  );
  return rows;
}

async function readNames(knex: Knex, plan: ComponentPlan, field: string): Promise<Map<number, string[]>> {
  const text = plan.columns['text']?.column;
  const names = new Map<number, string[]>();
  if (!text) return names;
  const rows: { owner: number; text: string | null }[] = await knex(plan.table)
    .join(plan.componentTable, `${plan.table}.${plan.to}`, `${plan.componentTable}.id`)
    .where(`${plan.table}.field`, field)
    .select({ owner: `${plan.table}.${plan.from}`, text: `${plan.componentTable}.${text}` });
  for (const row of rows) if (row.text) names.set(row.owner, [...(names.get(row.owner) ?? []), row.text]);
  return names;
}

function alternativesOf(row: EntryRow): string[] {
  if (row.alternatives === null) return [];
  const value = fromJson(row.alternatives);
  return Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : [];
}

function groupedByDocument(rows: readonly EntryRow[]): Map<string, EntryRow[]> {
  const groups = new Map<string, EntryRow[]>();
  for (const row of rows) groups.set(row.documentId, [...(groups.get(row.documentId) ?? []), row]);
  return groups;
}
