import { open, type FileHandle } from 'node:fs/promises';

import { draftArticle } from '../../../../core/draft/draft-from-record';
import { issue, type IssueCode } from '../../../../core/issue';
import type { Profile } from '../../../../core/profiles/profile';
import { readerFor } from '../../../../core/readers';
import type { ByteOffset, SourceRecord } from '../../../../core/source-record';
import type { InputFile, ParsedRecord } from './parsed-record';

/** How records are to be read. */
export interface ParseSettings {
  readonly profiles: readonly Profile[];
  /** The profile that a person named; null to recognise it. */
  readonly profile: Profile | null;
  /** The encoding that a person named; null for the profile's or the detector's. */
  readonly encoding: string | null;
  readonly maxRecordBytes: number;
}

export const DEFAULT_MAX_RECORD_BYTES = 16 * 1024 * 1024;

const HEAD_BYTES = 64 * 1024;
const CHUNK_BYTES = 1024 * 1024;

/** Reads one file and understands its records, one at a time. Whatever is wrong with the file is in the records. */
export async function* parseFile(file: InputFile, settings: ParseSettings): AsyncGenerator<ParsedRecord> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file.absolute, 'r');
    for await (const record of readRecords(handle, file, settings)) yield understand(file, record, settings);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    // Without a code it is no fault of the file but a bug, which must not pass for bad input.
    if (code === undefined) throw error;
    yield understand(file, refused(file, 'file-unreadable', code), settings);
  } finally {
    await handle?.close();
  }
}

async function* readRecords(
  handle: FileHandle,
  file: InputFile,
  settings: ParseSettings,
): AsyncGenerator<SourceRecord> {
  const head = Buffer.alloc(HEAD_BYTES);
  const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0);
  const reader = readerFor(head.subarray(0, bytesRead), file.dumpPath);
  if (!reader) {
    yield refused(file, 'format-unknown', file.dumpPath);
    return;
  }
  const encoding = settings.encoding ?? settings.profile?.encoding;
  yield* reader.records(chunksOf(handle), {
    maxRecordBytes: settings.maxRecordBytes,
    ...(encoding === undefined ? {} : { encoding }),
  });
}

async function* chunksOf(handle: FileHandle): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; ) {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    const { bytesRead } = await handle.read(chunk, 0, CHUNK_BYTES, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield chunk.subarray(0, bytesRead);
  }
}

function understand(file: InputFile, record: SourceRecord, settings: ParseSettings): ParsedRecord {
  const draft = draftArticle(record, {
    profiles: settings.profiles,
    ...(settings.profile ? { profile: settings.profile } : {}),
    path: file.dumpPath,
  });
  const used = draft.profile;
  const profile =
    used === null
      ? null
      : ([settings.profile, ...settings.profiles].find(
          (one) => one?.name === used.name && one.version === used.version,
        ) ?? null);
  return { file, record, draft, profile };
}

function refused(file: InputFile, code: IssueCode, found: string): SourceRecord {
  return {
    index: 0,
    start: 0 as ByteOffset,
    end: file.size as ByteOffset,
    format: 'unknown',
    encoding: { name: 'utf-8', confidence: 0, from: 'guessed' },
    text: '',
    issues: [issue(code, { start: 0, end: 0 }, found)],
    refused: 'rejected',
  };
}
