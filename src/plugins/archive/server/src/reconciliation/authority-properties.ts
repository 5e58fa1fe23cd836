import type { Core, UID } from '@strapi/strapi';

import { isIdentifierName } from '../../../core/entities/identifiers';

/** Something that is known of records: an attribute, or one of a component (`identifiers.wikidata`). */
export interface Property {
  readonly id: string;
  readonly name: string;
  readonly path: readonly [string] | readonly [string, string];
  readonly type: string;
  /** It alone tells one record from all others. */
  readonly identifies: boolean;
}

export type PropertyValue = string | number | boolean;
export type PropertyValues = ReadonlyMap<string, readonly PropertyValue[]>;

interface Attribute {
  readonly type: string;
  readonly private?: boolean;
  readonly component?: string;
}

const SCALARS = new Set([
  ...['string', 'text', 'email', 'enumeration', 'integer', 'biginteger', 'decimal', 'float', 'boolean'],
  ...['date', 'datetime', 'json'],
]);
const OF_STRAPI = new Set(['createdAt', 'updatedAt', 'publishedAt', 'locale', 'documentId']);

/** What the site's own content type keeps: its scalar attributes and those of its components. */
export function propertiesOf(strapi: Core.Strapi, uid: string): Property[] {
  const { attributes } = strapi.contentType(uid as UID.ContentType);
  return Object.entries(attributes as Record<string, Attribute>).flatMap(([name, attribute]): Property[] => {
    if (attribute.private === true || OF_STRAPI.has(name)) return [];
    if (attribute.component === undefined)
      return SCALARS.has(attribute.type) ? [propertyOf([name], attribute)] : [];
    const component = strapi.components[attribute.component as UID.Component];
    return Object.entries((component?.attributes ?? {}) as Record<string, Attribute>)
      .filter(([, part]) => part.private !== true && SCALARS.has(part.type))
      .map(([part, declared]) => propertyOf([name, part], declared));
  });
}

function propertyOf(path: Property['path'], { type }: Attribute): Property {
  const last = path.at(-1) ?? '';
  const identifies = isIdentifierName(last) || last === 'issn';
  return { id: path.join('.'), name: path.join(': '), path, type, identifies };
}

/** The values of records, by document ID; one query. */
export async function readProperties(
  strapi: Core.Strapi,
  uid: string,
  documentIds: readonly string[],
  properties: readonly Property[],
): Promise<Map<string, PropertyValues>> {
  if (documentIds.length === 0) return new Map();
  const components = properties.filter(({ path }) => path.length === 2).map(({ path }) => path[0]);
  const rows = await documentsOf(strapi, uid).findMany({
    filters: { documentId: { $in: [...documentIds] } },
    populate: [...new Set(components)],
    limit: documentIds.length,
    ...publishedOnly(strapi, uid),
  });
  return new Map(
    rows.map((row) => [
      String(row['documentId']),
      new Map(properties.map((property) => [property.id, valuesAt(row, property.path)])),
    ]),
  );
}

/** Document IDs of the records that an identifier names. */
export async function findByIdentifier(
  strapi: Core.Strapi,
  uid: string,
  { path: [first, second] }: Property,
  value: string,
): Promise<string[]> {
  const filters = second === undefined ? { [first]: value } : { [first]: { [second]: value } };
  const rows = await documentsOf(strapi, uid).findMany({ filters, limit: 5, ...publishedOnly(strapi, uid) });
  return rows.map((row) => String(row['documentId']));
}

interface Documents {
  findMany(parameters: object): Promise<Record<string, unknown>[]>;
}

function documentsOf(strapi: Core.Strapi, uid: string): Documents {
  return strapi.documents(uid as UID.ContentType) as unknown as Documents;
}

function publishedOnly(strapi: Core.Strapi, uid: string): object {
  const drafts = strapi.contentType(uid as UID.ContentType).options?.draftAndPublish === true;
  return drafts ? { status: 'published' } : {};
}

function valuesAt(
  row: Readonly<Record<string, unknown>>,
  [first, second]: Property['path'],
): PropertyValue[] {
  const parts: unknown[] = [row[first]].flat();
  const values =
    second === undefined ? parts : parts.map((part) => (part as Record<string, unknown> | null)?.[second]);
  return values.filter(
    (value): value is PropertyValue =>
      (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'boolean',
  );
}
