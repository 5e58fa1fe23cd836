import { basename } from 'node:path';

import { listFiles } from '../import/input/list-files';
import type { InputFile } from '../import/input/parsed-record';

/** More files than these are not counted before an import: the sample does not get better. */
const MOST_FILES = 20_000;

/** The files of a dump in the order of their import, and what is not read of it. */
export function listDump(paths: readonly string[]) {
  const files: InputFile[] = [];
  const notices: { path: string; message: string }[] = [];
  let bytes = 0;
  for (const listed of listFiles(paths, '/')) {
    if ('notice' in listed) {
      // Where the dump lies on the server is nobody's business.
      notices.push({ path: basename(listed.notice.shown), message: listed.notice.message });
      continue;
    }
    if (files.length === MOST_FILES) return { files, notices, bytes, more: true };
    files.push(listed.file);
    bytes += listed.file.size;
  }
  return { files, notices, bytes, more: false };
}
