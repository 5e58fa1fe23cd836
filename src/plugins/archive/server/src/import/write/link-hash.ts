import { sha256 } from '../resolve/hash';

/** Fingerprint of a relation's targets, in their order; no target is the same as no value. */
export function linkHash(documentIds: readonly string[]): string {
  return documentIds.length === 0 ? 'null' : sha256(documentIds.join(' ')).slice(0, 16);
}
