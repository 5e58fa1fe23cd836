import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import path from 'node:path';

import type { Companions } from '../../../../core/readers/reader';
import type { InputFile } from './parsed-record';

/** More names of a folder are not looked at. */
const MOST_NAMES = 10_000;

/**
 * The files beside a file, for formats that keep one thing in several. What a file names is never trusted: only plain
 * files in its own folder or below are read, no links are followed, and none of more bytes than a record may have.
 */
export function companionFiles({ absolute }: InputFile, maxBytes: number): Companions {
  const folder = path.dirname(absolute);
  return {
    own: path.basename(absolute),
    names: async () => {
      const names = await readdir(folder).catch((): string[] => []);
      return names.sort().slice(0, MOST_NAMES);
    },
    read: (name) => readInside(folder, name, maxBytes).catch(() => null),
  };
}

async function readInside(folder: string, name: string, maxBytes: number): Promise<Uint8Array | null> {
  if (name === '' || path.isAbsolute(name) || /[\0\\]/.test(name) || name.split('/').includes('..'))
    return null;
  const file = path.join(folder, name);
  const facts = await lstat(file);
  if (!facts.isFile() || facts.size > maxBytes) return null;
  // A link among the folders on the way would lead elsewhere.
  if ((await realpath(file)) !== path.join(await realpath(folder), name)) return null;
  return readFile(file);
}
