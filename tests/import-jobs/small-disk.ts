import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Requirement } from '../harness/requirement';

/** A disk of a few megabytes that can be made bigger. Whoever mounts it removes it. */
export interface SmallDisk {
  readonly path: string;
  resize(megabytes: number): void;
  remove(): void;
}

export function mountSmallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(path.join(tmpdir(), 'backfile-disk-'));
  run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'backfile-test', folder);
  return {
    path: folder,
    resize: (size) => {
      run('mount', '-o', `remount,size=${size}m`, folder);
    },
    remove: () => {
      run('umount', folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Only root may mount, and not in every container. */
export function smallDisk(): Requirement {
  try {
    mountSmallDisk(1).remove();
    return { name: 'a small disk', missing: null };
  } catch (error) {
    return { name: 'a small disk', missing: `A small disk cannot be mounted: ${(error as Error).message}` };
  }
}

function run(program: string, ...args: string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(stderr.trim());
}
