import type { Profile } from '../../../../core/profiles/profile';
import type { NearDuplicates } from '../../variants/settle-variants';

/** Everything a person chose for a job, kept with it so that another process can go on with it. */
export interface JobOptions {
  /** Absolute paths of what is imported. */
  readonly paths: readonly string[];
  /** The profile that was named, whole: a file may be gone later. */
  readonly profile: Profile | null;
  readonly encoding: string | null;
  readonly maxRecordBytes: number;
  /** What parts the articles of one text file; null where nobody said. */
  readonly separator: string | null;
  /** Milliseconds that one record may take to parse. */
  readonly recordTimeout: number;
  /** Published at once, or left as drafts. */
  readonly publish: boolean;
  /** Locale for every record, whatever its language; null for the record's own. */
  readonly locale: string | null;
  /** Names of the era and source of every record; null for the record's own. */
  readonly era: string | null;
  readonly source: string | null;
  /** Stop after so many records; null for all. */
  readonly limit: number | null;
  /** What becomes of articles that are nearly the same as another one; `link` where absent. */
  readonly nearDuplicates?: NearDuplicates | undefined;
  /** For a retry: the job whose refused records are read again. */
  readonly retryOf: number | null;
  /** Started by the server, which takes it up again at its next start. */
  readonly managed: boolean;
}
