import { opendirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';

import type { InputFile } from './parsed-record';
import { sortedNames } from './sorted-names';

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
 * hidden files (`.DS_Store` and the like) are left out; both are told. Never throws for a path. Memory does not depend
 * on the number of files.
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
  let entries: Generator<string>;
  try {
    entries = sortedNames(entriesOf(folder.absolute));
  } catch (error) {
    yield { notice: noticeFor(folder.shown, error) };
    return;
  }
  for (const entry of entries) {
    const [name, kind] = [entry.slice(0, -2), entry.slice(-1)];
    const place = {
      absolute: join(folder.absolute, name),
      shown: join(folder.shown, name),
      inside: `${folder.inside}/${name}`,
    };
    if (name.startsWith('.')) {
      yield { notice: { shown: place.shown, message: 'Hidden files are left out.', kind: 'left-out' } };
    } else if (listed.has(place.absolute)) continue;
    else if (kind === FOLDER) yield* listFolder(place, root, listed);
    else if (kind === OTHER) {
      const message = 'Links and devices are not followed.';
      yield { notice: { shown: place.shown, message, kind: 'left-out' } };
    } else yield listedFile(place, root);
  }
}

const FILE = 'f';
const FOLDER = 'd';
const OTHER = 'o';

/** Name and kind of everything in a folder, parted by a character that comes before all others of names. */
function* entriesOf(folder: string): Generator<string> {
  const open = opendirSync(folder, { bufferSize: 1024 });
  try {
    for (let entry = open.readSync(); entry !== null; entry = open.readSync()) {
      const kind = entry.isDirectory() ? FOLDER : entry.isFile() ? FILE : OTHER;
      yield `${entry.name}\u0001${kind}`;
    }
  } finally {
    open.closeSync();
  }
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
