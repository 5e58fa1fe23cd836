import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Files and bytes below some paths, for progress; what cannot be looked at counts nothing here. */
export function measureDump(paths: readonly string[]): { files: number; bytes: number } {
  let files = 0;
  let bytes = 0;
  const waiting = [...paths];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    try {
      const found = statSync(path);
      if (found.isFile()) {
        files += 1;
        bytes += found.size;
      } else if (found.isDirectory()) {
        for (const entry of readdirSync(path, { withFileTypes: true })) {
          if (!entry.name.startsWith('.') && !entry.isSymbolicLink()) waiting.push(join(path, entry.name));
        }
      }
    } catch {
      // The import itself tells about paths that cannot be read.
    }
  }
  return { files, bytes };
}
