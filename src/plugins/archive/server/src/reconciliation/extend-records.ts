import type { Core } from '@strapi/strapi';

import { readAuthorityId, type NamedType } from './authority';
import type { AuthorityIndex } from './authority-index';
import { readProperties, type Property, type PropertyValue } from './authority-properties';
import type { Tables } from './match-authorities';
import type { Extension } from './reconciliation-request';

export type ExtendedValue = { str: string } | { float: number } | { bool: boolean } | { date: string };
type Row = Record<string, readonly ExtendedValue[]>;

export interface ExtendedRows {
  readonly meta: readonly NamedType[];
  readonly rows: Readonly<Record<string, Row>>;
}

/** What is kept of records that were matched before; an unknown record or property has no values. */
export async function extendRecords(
  strapi: Core.Strapi,
  { byId }: AuthorityIndex,
  tables: Tables,
  { ids, properties }: Extension,
): Promise<ExtendedRows> {
  const wanted = [...new Set(properties.map(({ id }) => id))];
  const rows = new Map<string, Map<string, readonly ExtendedValue[]>>(
    ids.map((id) => [id, new Map(wanted.map((property) => [property, []]))]),
  );
  const offered = ids.flatMap((id) => (byId.has(id) ? (readAuthorityId(id) ?? []) : []));
  const names = new Map(wanted.map((id) => [id, id]));
  for (const [table, { uid, properties: known }] of tables) {
    const asked = known.filter(({ id }) => wanted.includes(id));
    for (const { id, name } of asked) names.set(id, name);
    const documents = offered.filter((one) => one.table === table).map(({ documentId }) => documentId);
    for (const [documentId, values] of await readProperties(strapi, uid, documents, asked)) {
      for (const property of asked) {
        const own = values.get(property.id) ?? [];
        rows.get(`${table}-${documentId}`)?.set(
          property.id,
          own.map((value) => extendedValue(property, value)),
        );
      }
    }
  }
  return {
    meta: [...names].map(([id, name]) => ({ id, name })),
    rows: Object.fromEntries([...rows].map(([id, row]) => [id, Object.fromEntries(row)])),
  };
}

function extendedValue({ type }: Property, value: PropertyValue): ExtendedValue {
  if (typeof value === 'number') return { float: value };
  if (typeof value === 'boolean') return { bool: value };
  return type === 'date' || type === 'datetime' ? { date: value } : { str: value };
}
