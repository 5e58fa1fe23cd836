import type { PreparedArticle } from '../resolve/prepare-record';
import { JsonText } from './cell-of';
import type { NewDocument } from './insert-documents';
import { linkHash } from './link-hash';

/**
 * Hashes of everything an import writes into an article by attribute, scalars and links: `{"title":"…","era":"…"}`.
 * `memory` is what else is kept for the next import.
 */
export function importedFields(
  article: PreparedArticle,
  links: NewDocument['links'],
  memory: Readonly<Record<string, string>> = {},
): JsonText {
  const scalars = article.hashes.slice(1, -1);
  const ofLinks = Object.entries(links).map(
    ([name, targets]) => `${JSON.stringify(name)}:"${linkHash(targets.map((one) => one.documentId))}"`,
  );
  const further = JSON.stringify(memory).slice(1, -1);
  const parts = [scalars, ...ofLinks, further].filter((part) => part !== '');
  return new JsonText(`{${parts.join(',')}}`);
}
