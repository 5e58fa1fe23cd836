import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, open, opendir, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

import { hashFile } from './hash-file';
import { VaultFault, type Vault } from './vault';

const HASH = /^[0-9a-f]{64}$/;
const UNFINISHED = 'unfinished';
const READ_ONLY = 0o444;

/** A vault in a folder: `ab/cd/abcd...`, files that nobody may write. */
export function folderVault(folder: string): Vault {
  const placeOf = (sha256: string) => {
    if (!HASH.test(sha256)) throw new VaultFault(`"${sha256.slice(0, 80)}" is no SHA-256 in hexadecimal.`);
    return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  };
  return {
    async keep(path, sha256) {
      const place = placeOf(sha256);
      if (existsSync(place)) return;
      const unfinished = join(folder, UNFINISHED, randomUUID());
      await mkdir(join(folder, UNFINISHED), { recursive: true });
      try {
        const found = await hashFile(path, unfinished);
        if (found !== sha256) {
          throw new VaultFault(
            `${path} changed while it was copied into the vault. Import it again when it is complete.`,
          );
        }
        await settle(unfinished);
        await mkdir(join(place, '..'), { recursive: true });
        await rename(unfinished, place);
      } finally {
        await rm(unfinished, { force: true });
      }
    },
    borrow(sha256) {
      const path = placeOf(sha256);
      return Promise.resolve(existsSync(path) ? { path, release: () => Promise.resolve() } : null);
    },
    remove: (sha256) => rm(placeOf(sha256), { force: true }),
    async *list() {
      for (const first of await namesIn(folder)) {
        if (!/^[0-9a-f]{2}$/.test(first)) continue;
        for (const second of await namesIn(join(folder, first))) {
          for (const name of await namesIn(join(folder, first, second))) if (HASH.test(name)) yield name;
        }
      }
    },
  };
}

/** On the disk and read-only before it gets its name: a crash leaves no half file under a hash. */
async function settle(path: string): Promise<void> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(path, 'r+');
    await handle.sync();
  } finally {
    await handle?.close();
  }
  await chmod(path, READ_ONLY);
}

async function namesIn(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const names: string[] = [];
  for await (const entry of await opendir(folder)) names.push(entry.name);
  return names.sort();
}
