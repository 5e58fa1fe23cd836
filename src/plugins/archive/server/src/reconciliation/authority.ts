import { z } from 'zod';

import { ENTITY_KINDS } from '../../../core/draft-article';

/** An entity or a source as it is offered for reconciliation. */
export interface Authority {
  /** `entity-` or `source-` and its document ID, since one service answers for both. */
  readonly id: string;
  readonly documentId: string;
  readonly table: AuthorityTable;
  readonly name: string;
  readonly type: string;
  /** Only what a person has confirmed is matched without a person. */
  readonly confirmed: boolean;
}

export type AuthorityTable = 'entity' | 'source';

export interface NamedType {
  readonly id: string;
  readonly name: string;
}

/** `entity` stands for all kinds of them. */
export const AUTHORITY_TYPES: readonly NamedType[] = [
  ...['entity', ...ENTITY_KINDS, 'source'].map((id) => ({
    id,
    name: `${id.charAt(0).toUpperCase()}${id.slice(1)}`,
  })),
];

const authorityId = z.string().regex(/^(entity|source)-[a-z0-9]{1,32}$/);

/** The parts of an ID; null where nothing could have it. */
export function readAuthorityId(id: string): { table: AuthorityTable; documentId: string } | null {
  if (!authorityId.safeParse(id).success) return null;
  return { table: id.startsWith('entity') ? 'entity' : 'source', documentId: id.slice('entity-'.length) };
}

/** Which records a type means: kinds of entities, all entities, or sources. */
export function isOfType({ table, type }: Pick<Authority, 'table' | 'type'>, wanted: string): boolean {
  return wanted === table || (table === 'entity' && wanted === type);
}

export function typeNamed(id: string): NamedType {
  return AUTHORITY_TYPES.find((type) => type.id === id) ?? { id, name: id };
}
