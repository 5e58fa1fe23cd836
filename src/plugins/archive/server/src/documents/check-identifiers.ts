import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { isIdentifierName, readIdentifier } from '../../../core/entities/identifiers';

type Data = Record<string, unknown>;

/**
 * Identifiers of other authority files that a person saves are written one way (`0000 0001 2103 2683` without its
 * spaces, an address as its identifier); a bad one is refused with the reason. They are the attributes called
 * `wikidata`, `viaf`, `geonames` and `isni` of a type's components.
 */
export function checkIdentifiers(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    if (context.action === 'create' || context.action === 'update') {
      const { data } = context.params as { data?: Data };
      for (const [name, attribute] of Object.entries(context.contentType.attributes)) {
        if (attribute.type !== 'component') continue;
        for (const part of partsOf(data?.[name])) normaliseIdentifiers(part);
      }
    }
    return next();
  });
}

function partsOf(value: unknown): Data[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((part): part is Data => typeof part === 'object' && part !== null);
}

function normaliseIdentifiers(part: Data): void {
  for (const [name, text] of Object.entries(part)) {
    if (!isIdentifierName(name) || text === null || text === undefined) continue;
    if (text === '') {
      part[name] = null;
      continue;
    }
    const read = readIdentifier(
      name,
      typeof text === 'string' || typeof text === 'number' ? String(text) : '',
    );
    if ('fault' in read) throw new errors.ValidationError(read.fault);
    part[name] = read.identifier;
  }
}
