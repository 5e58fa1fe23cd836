import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';

import type { InputFile } from '../import/input/parsed-record';
import { Refusal } from '../refusal';
import { hashFile } from '../vault/hash-file';
import type { Vault } from '../vault/vault';
import type { DumpFileRow } from './dump-files-of';

/** A file of a dump that can be read now, exactly as it was imported. */
export interface ReadableFile {
  readonly file: InputFile;
  release(): Promise<void>;
}

/** Above this, a file of which only the time changed is not hashed while somebody waits. */
const MOST_TO_HASH = 64 * 1024 * 1024;

/** The vault's copy, or the file where it lay if it is still the same. @throws Refusal that says why there is none */
export async function readableFile(vault: Vault, row: DumpFileRow): Promise<ReadableFile> {
  const borrowed = row.sha256 === null || !row.vaulted ? null : await vault.borrow(row.blanked ?? row.sha256);
  if (borrowed) return { file: inputFile(row, borrowed.path), release: () => borrowed.release() };
  const path = row.absolutePath;
  const found = path === null ? null : await stat(path).catch(() => null);
  if (path === null || !found?.isFile()) {
    throw new Refusal('not-found', 'The file is not where it was, and the vault has no copy.');
  }
  const same = found.size === row.size && Math.trunc(found.mtimeMs) === row.modifiedAt?.getTime();
  if (!same && !(await hasHash(path, found.size, row))) {
    throw new Refusal('not-found', 'The file has changed since it was imported, and the vault has no copy.');
  }
  return { file: inputFile(row, path), release: () => Promise.resolve() };
}

async function hasHash(path: string, size: number, row: DumpFileRow): Promise<boolean> {
  if (size !== row.size || size > MOST_TO_HASH || row.sha256 === null) return false;
  return (await hashFile(path)) === row.sha256;
}

function inputFile(row: DumpFileRow, absolute: string): InputFile {
  return {
    absolute,
    shown: row.dumpPath,
    root: row.root ?? dirname(absolute),
    dumpPath: row.dumpPath,
    size: row.size,
    modifiedAt: row.modifiedAt?.getTime() ?? 0,
  };
}
