import type { PreparedArticle } from '../resolve/prepare-record';
import { JsonText } from './cell-of';
import type { NewDocument } from './insert-documents';
import { linkHash } from './link-hash';

/** Hashes of everything an import writes into an article by attribute, scalars and links: `{"title":"…","era":"…"}`. */
export function importedFields(article: PreparedArticle, links: NewDocument['links']): JsonText {
  const scalars = article.hashes.slice(1, -1);
  const ofLinks = Object.entries(links).map(
    ([name, targets]) => `${JSON.stringify(name)}:"${linkHash(targets.map((one) => one.documentId))}"`,
  );
  return new JsonText(`{${[...(scalars === '' ? [] : [scalars]), ...ofLinks].join(',')}}`);
}
