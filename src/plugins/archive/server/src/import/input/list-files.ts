import { opendir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';

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
 * hidden files (`.DS_Store` and the like) are left out; both are told. Never throws for a path.
 */
export async function* listFiles(paths: readonly string[], cwd: string): AsyncGenerator<Listed> {
  const seen = new Set<string>();
  for (const path of paths) {
    for await (const listed of listPath(path, cwd)) {
      if ('file' in listed) {
        if (seen.has(listed.file.absolute)) continue;
        seen.add(listed.file.absolute);
      }
      yield listed;
    }
  }
}

async function* listPath(shown: string, cwd: string): AsyncGenerator<Listed> {
  let root: string;
  try {
    root = await realpath(join(isAbsolute(shown) ? '' : cwd, shown));
  } catch (error) {
    yield { notice: noticeFor(shown, error) };
    return;
  }
  const found = await stat(root);
  if (found.isDirectory()) yield* listFolder(root, shown, root);
  else if (found.isFile()) {
    yield {
      file: { absolute: root, shown, root: dirname(root), dumpPath: basename(root), size: found.size },
    };
  } else yield { notice: { shown, message: 'It is neither a file nor a folder.', kind: 'unreadable' } };
}

function isAbsolute(path: string): boolean {
  return path.startsWith(sep) || /^[A-Za-z]:[\\/]/.test(path);
}

async function* listFolder(folder: string, shown: string, root: string): AsyncGenerator<Listed> {
  const entries: { name: string; folder: boolean; file: boolean }[] = [];
  try {
    for await (const entry of await opendir(folder)) {
      entries.push({ name: entry.name, folder: entry.isDirectory(), file: entry.isFile() });
    }
  } catch (error) {
    yield { notice: noticeFor(shown, error) };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const absolute = join(folder, entry.name);
    const name = join(shown, entry.name);
    if (entry.name.startsWith('.')) {
      yield { notice: { shown: name, message: 'Hidden files are left out.', kind: 'left-out' } };
    } else if (entry.folder) yield* listFolder(absolute, name, root);
    else if (entry.file) yield await listedFile(absolute, name, root);
    else yield { notice: { shown: name, message: 'Links and devices are not followed.', kind: 'left-out' } };
  }
}

async function listedFile(absolute: string, shown: string, root: string): Promise<Listed> {
  try {
    const { size } = await stat(absolute);
    const inside = relative(root, absolute).split(sep).join('/');
    return { file: { absolute, shown, root, dumpPath: `${basename(root)}/${inside}`, size } };
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
