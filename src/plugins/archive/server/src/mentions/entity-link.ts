import type { DocumentRows } from '../import/write/insert-documents';

/** A name, and the record that it stands for from now on. */
export interface EntityLink {
  /** Hash of the folded name. */
  readonly name: number;
  readonly entity: DocumentRows;
}
