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
