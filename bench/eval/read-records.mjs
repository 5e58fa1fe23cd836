/** Reads files as an import does, without a site: bytes -> reader -> record -> draft article. */
import { readFileSync } from 'node:fs';

import { core } from '../../scripts/load-core.mjs';

const { readerFor } = core('readers/index');
const { draftArticle } = core('draft/draft-from-record');

const HEAD = 65_536;
const CHUNK = 65_536;
const LARGEST = 64 * 1024 * 1024;

async function* chunksOf(bytes) {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

/** The records of one file; `path` is what the file is called inside its dump. */
export async function recordsOf(file, path = file, options = {}) {
  const bytes = options.bytes ?? readFileSync(file);
  const reader = readerFor(bytes.subarray(0, HEAD), path);
  const records = [];
  if (reader === null) return { reader: null, records };
  for await (const record of reader.records(chunksOf(bytes), {
    maxRecordBytes: LARGEST,
    ...options.reading,
  })) {
    records.push(record);
  }
  return { reader: reader.name, records };
}

/** The records of one file with the draft article of each. */
export async function draftsOf(file, { path = file, profiles = [], profile, ...options } = {}) {
  const { reader, records } = await recordsOf(file, path, options);
  const drafts = records.map((record) => ({
    record,
    draft: draftArticle(record, { profiles, path, ...(profile ? { profile } : {}) }),
  }));
  return { reader, drafts };
}
