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
}
