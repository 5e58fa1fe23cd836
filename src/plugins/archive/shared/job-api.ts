import type { Issue } from '../core/issue';
import type { Outcome } from '../core/outcome';

/** `POST /archive/jobs`: what to import, from a path below the allowed folders or from an upload. */
export interface StartJobRequest {
  /** Paths below the import roots, relative to one of them. */
  readonly paths?: readonly string[];
  /** Tokens that `POST /archive/uploads` gave. */
  readonly uploads?: readonly string[];
  /** Name of a stored profile; absent to recognise it. */
  readonly profile?: string;
  readonly encoding?: string;
  /** What the lines begin with that part the articles of one text file. */
  readonly separator?: string;
  readonly publish?: boolean;
  readonly locale?: string;
  readonly era?: string;
  readonly source?: string;
  readonly limit?: number;
  /** What becomes of articles that are nearly the same as another one; `link` where absent. */
  readonly nearDuplicates?: 'link' | 'quarantine' | 'skip' | 'ignore';
}

/** The life of a job. `docs/operations.md` shows which state follows which. */
export const JOB_STATES = [
  'queued',
  'running',
  'paused',
  'completed',
  'completedWithIssues',
  'failed',
  'cancelled',
  'rollingBack',
  'rolledBack',
] as const;
export type JobState = (typeof JOB_STATES)[number];

/** `GET /archive/import-folder?path=2004`: what may be imported without an upload. */
export interface ImportFolder {
  /** Whether any folder is open for imports. */
  readonly isOpen: boolean;
  readonly path: string;
  readonly entries: readonly {
    readonly name: string;
    readonly isFolder: boolean;
    readonly size: number | null;
  }[];
  readonly more: boolean;
}

/** One row of the ledger as it is listed. */
export interface LedgerRow {
  readonly id: number;
  readonly dumpPath: string;
  /** Path inside a container; null for a plain file. */
  readonly member: string | null;
  readonly recordIndex: number;
  readonly startByte: number;
  readonly endByte: number;
  readonly format: string | null;
  readonly encoding: string | null;
  readonly profile: string | null;
  readonly profileVersion: number | null;
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly title: string | null;
  readonly target: string | null;
  readonly contentType: string | null;
  readonly locale: string | null;
  readonly undo: string | null;
  readonly issues: readonly Issue[] | null;
}

/** `GET /archive/jobs/:id/ledger`: `next` is the `after` of the next page; null at the end. */
export interface LedgerPage {
  readonly data: readonly LedgerRow[];
  readonly meta: { readonly next: number | null };
}

/** `GET /archive/jobs/:id/reasons`: why records were not written as articles, the most frequent first. */
export interface ReasonGroup {
  readonly outcome: Outcome;
  readonly reason: string;
  readonly records: number;
  /** What to do about it; null for reasons that are no issue. */
  readonly advice: string | null;
  readonly examples: readonly Pick<LedgerRow, 'id' | 'dumpPath' | 'title'>[];
}

/** `GET /archive/jobs?page=1&pageSize=20`: newest first. */
export interface JobPage {
  readonly data: readonly JobView[];
  readonly meta: { readonly pagination: Pagination };
}

/** As Strapi's own lists have it. */
export interface Pagination {
  readonly page: number;
  readonly pageSize: number;
  readonly pageCount: number;
  readonly total: number;
}

/** A job as the API shows it. */
export interface JobView {
  readonly id: number;
  readonly kind: 'import' | 'retry';
  readonly state: JobState;
  readonly requested: 'pause' | 'cancel' | null;
  readonly reason: string | null;
  readonly paths: readonly string[];
  /** Records that have their outcome. */
  readonly records: number;
  /** Records of the whole; an estimate until all are read, null while nothing tells. */
  readonly recordsTotal: { readonly count: number; readonly estimated: boolean } | null;
  readonly files: { readonly done: number; readonly total: number };
  readonly bytes: { readonly done: number; readonly total: number };
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly undone: Readonly<Record<string, number>> | null;
  /** What was expected of the whole job, from a sample; null where no sample was taken. */
  readonly expected: {
    readonly records: number;
    readonly databaseBytes: number;
    readonly seconds: number;
  } | null;
  /** Records a second, over the last seconds of the present run; null where it does not run. */
  readonly rate: number | null;
  /** Estimate, from the bytes that are left (and `limit`) and the present speed; null where it does not run. */
  readonly secondsLeft: number | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
}
