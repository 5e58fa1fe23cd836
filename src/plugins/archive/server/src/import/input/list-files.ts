import { opendirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';

import type { InputFile } from './parsed-record';

/** Something among the paths that is no file to read; `message` tells a person what and why. */
export interface PathNotice {
  readonly shown: string;
  readonly message: string;
  /** `missing` and `unreadable` paths are inputs that were not read; `left-out` ones are none. */
  readonly kind: 'missing' | 'unreadable' | 'left-out';
}

export type Listed = { readonly file: InputFile } | { readonly notice: PathNotice };

/**
 * All files at and below the given paths, each once, folders in the order of their names. Links are not followed,
 * hidden files (`.DS_Store` and the like) are left out; both are told. Never throws for a path. Memory holds the
 * names of the folders that are open, not the files listed before.
 */
export function* listFiles(paths: readonly string[], cwd: string): Generator<Listed> {
  const listed = new Set<string>();
  for (const shown of paths) {
    let root: string;
    try {
      root = realpathSync(isAbsolute(shown) ? shown : join(cwd, shown));
    } catch (error) {
      yield { notice: noticeFor(shown, error) };
      continue;
    }
    if (isListed(root, listed)) continue;
    yield* listRoot(root, shown, listed);
    listed.add(root);
  }
}

/** A path is listed when it, or a folder above it that shows it, was named before. */
function isListed(path: string, listed: ReadonlySet<string>): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (listed.has(at)) return true;
    if (at === dirname(at) || basename(at).startsWith('.')) return false;
  }
}

function* listRoot(root: string, shown: string, listed: ReadonlySet<string>): Generator<Listed> {
  try {
    const found = statSync(root);
    if (found.isDirectory()) {
      yield* listFolder({ absolute: root, shown, inside: basename(root) }, root, listed);
    } else if (found.isFile()) {
      const { size, mtimeMs } = found;
      const modifiedAt = Math.trunc(mtimeMs);
      yield {
        file: { absolute: root, shown, root: dirname(root), dumpPath: basename(root), size, modifiedAt },
      };
    } else yield { notice: { shown, message: 'It is neither a file nor a folder.', kind: 'unreadable' } };
  } catch (error) {
    yield { notice: noticeFor(shown, error) };
  }
}

/** One path under its three names. */
interface Place {
  readonly absolute: string;
  readonly shown: string;
  /** With the dump's name, parted by `/`. */
  readonly inside: string;
}

function* listFolder(folder: Place, root: string, listed: ReadonlySet<string>): Generator<Listed> {
  let entries: FolderEntries;
  try {
    entries = entriesOf(folder.absolute);
  } catch (error) {
    yield { notice: noticeFor(folder.shown, error) };
    return;
  }
  for (const name of entries.names) {
    const place = {
      absolute: join(folder.absolute, name),
      shown: join(folder.shown, name),
      inside: `${folder.inside}/${name}`,
    };
    if (name.startsWith('.')) {
      yield { notice: { shown: place.shown, message: 'Hidden files are left out.', kind: 'left-out' } };
    } else if (listed.has(place.absolute)) continue;
    else if (entries.folders.has(name)) yield* listFolder(place, root, listed);
    else if (entries.others.has(name)) {
      const message = 'Links and devices are not followed.';
      yield { notice: { shown: place.shown, message, kind: 'left-out' } };
    } else yield listedFile(place, root);
  }
}

interface FolderEntries {
  /** Of everything in the folder, sorted. */
  readonly names: readonly string[];
  readonly folders: ReadonlySet<string>;
  /** Neither folders nor files. */
  readonly others: ReadonlySet<string>;
}

function entriesOf(folder: string): FolderEntries {
  const names: string[] = [];
  const folders = new Set<string>();
  const others = new Set<string>();
  const open = opendirSync(folder, { bufferSize: 1024 });
  try {
    for (let entry = open.readSync(); entry !== null; entry = open.readSync()) {
      names.push(entry.name);
      if (entry.isDirectory()) folders.add(entry.name);
      else if (!entry.isFile()) others.add(entry.name);
    }
  } finally {
    open.closeSync();
  }
  return { names: names.sort(), folders, others };
}

function listedFile({ absolute, shown, inside }: Place, root: string): Listed {
  try {
    const { size, mtimeMs } = statSync(absolute);
    const modifiedAt = Math.trunc(mtimeMs);
    return { file: { absolute, shown, root, dumpPath: inside, size, modifiedAt } };
  } catch (error) {
    return { notice: noticeFor(shown, error) };
  }
}

function noticeFor(shown: string, error: unknown): PathNotice {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') {
    return { shown, message: 'There is no such file or folder. Check the path.', kind: 'missing' };
  }
  const message = `It could not be opened (${code ?? 'unknown error'}). Check that you may read it.`;
  return { shown, message, kind: 'unreadable' };
}
