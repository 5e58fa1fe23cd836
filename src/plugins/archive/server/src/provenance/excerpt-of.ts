import type { FieldProvenance } from '../../../shared/provenance-api';
import { DEFAULT_MAX_RECORD_BYTES } from '../import/input/limits';
import type { ParseSettings } from '../import/input/parse-task';
import type { JobOptions } from '../import/job/job-options';
import { Refusal } from '../refusal';
import type { Vault } from '../vault/vault';
import type { LedgerRow } from './article-history';
import type { DumpFileRow } from './dump-files-of';
import { readInWorker } from './read-in-worker';
import { readableFile } from './readable-file';

export type Excerpt = Pick<FieldProvenance, 'excerpt' | 'why'>;

/** What an excerpt is cut from: the row of the ledger, the files that it may mean, how the job read. */
export interface ExcerptSource {
  readonly row: LedgerRow;
  readonly files: readonly DumpFileRow[];
  readonly options: unknown;
  readonly vault: Vault;
}

/** The dump's own text around a place of a record; where there is none, why. */
export async function excerptOf(
  source: ExcerptSource,
  evidence: Readonly<Record<string, unknown>>,
): Promise<Excerpt> {
  const span = { start: Number(evidence['start'] ?? 0), end: Number(evidence['end'] ?? 0) };
  if (span.end === 0)
    return { excerpt: null, why: 'It is not in the record: a profile or a person said it.' };
  let why = 'The file was not read to its end, so nobody knows which one it was.';
  // Files of one name in two folders of one job: the record stands in one of them as the ledger says.
  for (const file of source.files) {
    const found = await excerptFrom(file, source, span);
    if (found.excerpt !== null) return found;
    why = found.why ?? why;
  }
  return { excerpt: null, why };
}

async function excerptFrom(
  file: DumpFileRow,
  { row, options, vault }: ExcerptSource,
  span: { readonly start: number; readonly end: number },
): Promise<Excerpt> {
  try {
    const read = await readableFile(vault, file);
    try {
      const bytes = { start: row.start, end: row.end };
      const settings = settingsOf(options);
      const wish = {
        file: read.file,
        settings,
        index: row.recordIndex,
        bytes,
        spans: [span],
        byPlace: file.blanked !== null,
      };
      const answer = await readInWorker(wish);
      return answer.found
        ? { excerpt: answer.excerpts[0] ?? null, why: null }
        : { excerpt: null, why: answer.why };
    } finally {
      await read.release();
    }
  } catch (error) {
    if (error instanceof Refusal) return { excerpt: null, why: error.message };
    throw error;
  }
}

/** How the job read; which profiles it knew does not matter, since only the reader runs again. */
function settingsOf(options: unknown): ParseSettings {
  const { profile, encoding, maxRecordBytes, separator } = (options ?? {}) as Partial<JobOptions>;
  return {
    profiles: [],
    profile: profile ?? null,
    encoding: encoding ?? null,
    separator: separator ?? null,
    maxRecordBytes: maxRecordBytes ?? DEFAULT_MAX_RECORD_BYTES,
    target: null,
  };
}
