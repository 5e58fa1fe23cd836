/** One import of an article: from which bytes of which file, read by what, with which outcome. */
export interface ImportProvenance {
  readonly ledgerId: number;
  readonly job: number;
  readonly at: string | null;
  readonly importerVersion: string | null;
  readonly outcome: string;
  readonly reason: string | null;
  /** What rolling the job back did to it. */
  readonly undo: string | null;
  readonly file: {
    /** The dump's name and the path inside it. */
    readonly path: string;
    /** Path inside the file, where that is a container. */
    readonly member: string | null;
    readonly size: number | null;
    readonly sha256: string | null;
    readonly modifiedAt: string | null;
    readonly inVault: boolean;
  };
  /** Number of the record in the file, and its bytes. */
  readonly record: { readonly index: number; readonly start: number; readonly end: number };
  readonly reader: string | null;
  readonly encoding: string | null;
  readonly profile: { readonly name: string; readonly version: number | null } | null;
  /** Attributes that it wrote where it changed an article that was there; and those that a person's change kept. */
  readonly changed: readonly string[];
  readonly kept: readonly string[];
}

/** `start`, `end` (UTF-16 units of the decoded record), `rule` and `confidence`. */
export type EvidenceView = Readonly<Record<string, unknown>>;

/** `GET /archive/provenance/:documentId`. */
export interface ProvenanceView {
  readonly documentId: string;
  readonly locale: string | null;
  /** Newest first. */
  readonly imports: readonly ImportProvenance[];
  readonly fields: readonly {
    readonly field: string;
    readonly state: 'imported' | 'edited' | 'unknown';
    /** `ledgerId` of the import that wrote it last. */
    readonly import: number | null;
    readonly evidence: EvidenceView | null;
  }[];
  /** Every date that was considered, the winner first. */
  readonly dates: readonly EvidenceView[];
}

/** `GET /archive/provenance/:documentId/fields/:field`. */
export interface FieldProvenance {
  readonly documentId: string;
  readonly locale: string | null;
  readonly field: string;
  readonly state: 'imported' | 'edited' | 'unknown';
  readonly evidence: EvidenceView | null;
  readonly import: ImportProvenance | null;
  readonly dates: readonly EvidenceView[];
  /** The dump's own text around the place; `start` and `end` are positions in the record, as `textStart` is. */
  readonly excerpt: {
    readonly text: string;
    readonly textStart: number;
    readonly start: number;
    readonly end: number;
    /** The place in bytes of the file; null where it cannot be told. */
    readonly bytes: { readonly start: number; readonly end: number } | null;
  } | null;
  /** Why there is no excerpt. */
  readonly why: string | null;
}
