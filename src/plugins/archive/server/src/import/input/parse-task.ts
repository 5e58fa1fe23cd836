import type { Gazetteer } from '../../../../core/entities/gazetteer';
import type { IssueCode } from '../../../../core/issue';
import type { Profile } from '../../../../core/profiles/profile';
import type { WriteTarget } from '../resolve/prepare-record';
import type { ContainerLimits } from './containers/container-limits';
import type { InputFile } from './parsed-record';

/** How records are to be read. */
export interface ParseSettings {
  readonly profiles: readonly Profile[];
  /** The profile that a person named; null to recognise it. */
  readonly profile: Profile | null;
  /** The encoding that a person named; null for the profile's or the detector's. */
  readonly encoding: string | null;
  readonly maxRecordBytes: number;
  /** What parts the articles of one text file, as a person said; null for the profile's separators, or a guess. */
  readonly separator: string | null;
  /** What a container may unfold to; the defaults where not given. */
  readonly containers?: ContainerLimits;
  /** Names of authority records to look for; none where there is no site. */
  readonly gazetteer?: Gazetteer | undefined;
  /** Where the records are to be written; null where they are only read. */
  readonly target: WriteTarget | null;
}

/** What a record is going through: it is read (cut out of the file and decoded), then understood. */
export type Step = 'reading' | 'understanding';

/** A record that is not to be parsed again, because parsing it had to be stopped. */
export interface Stopped {
  readonly index: number;
  /** Which file of a container it was in: at a file's end, the next record may be the next file's. */
  readonly part: number;
  readonly step: Step;
  readonly code: IssueCode;
  readonly found: string;
}

/** A file to parse. */
export interface ParseTask {
  readonly file: InputFile;
  /** So many records at its start were dealt with before: they are read again but not given out. */
  readonly skip: number;
  readonly stopped?: readonly Stopped[];
}

/** Told before each step, and before waiting for the disk, which is not the record's fault. */
export interface Watch {
  step(record: number, step: Step, part: number): void;
  rest(): void;
}

export const UNWATCHED: Watch = { step: () => undefined, rest: () => undefined };
