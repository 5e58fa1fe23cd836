import type { Finding } from '../core/profiles/infer-finding';
import type { Profile, ProfileFault } from '../core/profiles/profile';
import type { ParseOutcome } from '../core/outcome';
import type { ParseLine } from './parse-line';

/** What is looked at before an import: the same words as in `StartJobRequest`. */
export interface DumpRequest {
  readonly paths?: readonly string[];
  readonly uploads?: readonly string[];
  /** Name of a stored profile; absent to recognise it. */
  readonly profile?: string;
  readonly encoding?: string;
  readonly separator?: string;
}

/** `POST /archive/inspections`: what a dump is, from a sample of its records. */
export interface Inspection {
  /** `more`: there are more than were counted. */
  readonly files: { readonly count: number; readonly bytes: number; readonly more: boolean };
  /** About how many records there are; null where the sample does not tell. */
  readonly records: { readonly count: number; readonly estimated: boolean } | null;
  readonly sampled: number;
  readonly formats: readonly Share[];
  readonly encodings: readonly Share[];
  /** `name` null: records that no profile recognised. */
  readonly profiles: readonly Share[];
  readonly eras: readonly Share[];
  readonly languages: readonly Share[];
  readonly outcomes: Readonly<Record<ParseOutcome, number>>;
  readonly issues: readonly { readonly code: string; readonly records: number }[];
  readonly notices: readonly { readonly path: string; readonly message: string }[];
  readonly samples: readonly SampledPlace[];
}

/** How many of the sampled records are so, and how sure that is on average. */
export interface Share {
  readonly name: string | null;
  readonly records: number;
  /** 0 to 1; null where nothing is guessed. */
  readonly confidence: number | null;
}

/** A record by its file's number in the listing and its own in the file. */
export interface RecordPlace {
  readonly file: number;
  readonly record: number;
}

export interface SampledPlace extends RecordPlace {
  readonly path: string;
  readonly title: string | null;
  readonly outcome: ParseOutcome;
}

/** `POST /archive/previews`: one record, as it stands in the dump and as it would be imported. */
export interface PreviewRequest extends DumpRequest {
  readonly place: RecordPlace;
  /** A profile that is not stored yet, whole: the record is read with it. */
  readonly draftProfile?: unknown;
}

export interface Preview {
  /** The decoded record; spans of evidence and issues are UTF-16 units of it. */
  readonly text: string;
  /** It was longer, and is cut here. */
  readonly isCut: boolean;
  readonly line: ParseLine;
  /** The profile that it was read with, whole. */
  readonly profile: Profile | null;
}

/** `POST /archive/profiles/learn`: a profile learned from the dump, not stored. */
export interface LearnRequest extends DumpRequest {
  readonly name: string;
}

export interface LearnedAnswer {
  readonly profile: Profile;
  readonly pages: number;
  readonly findings: readonly Finding[];
}

/** What `POST /archive/profiles` and a preview with a faulty profile are refused with, as `error.details`. */
export interface ProfileFaults {
  readonly faults: readonly ProfileFault[];
}
