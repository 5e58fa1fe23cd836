/** One row of the append-only log, as the API shows it. */
export interface EventView {
  readonly id: number;
  readonly kind: string;
  readonly actor: string;
  readonly job: number | null;
  readonly contentType: string | null;
  readonly documentId: string | null;
  readonly locale: string | null;
  readonly reason: string | null;
  readonly details: unknown;
  readonly at: string | null;
}

/** What was withdrawn, restored or erased. */
export interface TakedownView {
  readonly contentType: string;
  readonly documentId: string;
  readonly locale: string | null;
  readonly state: 'withdrawn' | 'restored' | 'erased';
  readonly reason: string;
  /** Whether a reader can see it again; a withdrawn article that was public is published again when restored. */
  readonly published: boolean;
  /** Of an erased article: the files that it was read from, and what became of each. */
  readonly originals?: readonly ErasedOriginal[];
}

/** A file of a dump that an erased article was read from. */
export interface ErasedOriginal {
  readonly file: string;
  readonly sha256: string | null;
  /** Where a file lies that is not in the vault. */
  readonly path: string | null;
  /** `blanked`: a copy without the record took its place; `left`: it lies outside of the vault, with the text. */
  readonly state: 'removed' | 'blanked' | 'left';
}
