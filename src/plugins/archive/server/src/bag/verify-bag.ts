import { lstat, opendir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { isInsideBag, readManifest, type BagFile } from '../../../core/bag/manifest';
import { hashFile } from '../vault/hash-file';
import { BAG } from './bag-layout';

/** Manifests of a very large archive are some hundred bytes for each original. */
const MOST_MANIFEST_BYTES = 256 * 1024 * 1024;
const MOST_FAULTS = 1000;

/**
 * Everything that is wrong with a bag, in words; none where it is complete and valid (RFC 8493, section 3): every file
 * that a manifest names is there with the bytes that were bagged, and nothing else is below `data/`. Reads all of it.
 */
export async function bagFaults(folder: string): Promise<string[]> {
  const faults: string[] = [];
  const manifests = [BAG.manifest, BAG.tagManifest];
  const named = new Map<string, Set<string>>();
  for (const manifest of manifests) {
    const files = await filesOf(folder, manifest, faults);
    named.set(manifest, new Set(files.map(({ path }) => path)));
    for (const file of files) {
      if (faults.length >= MOST_FAULTS) return [...faults, 'More was not looked at.'];
      const fault = await faultOf(folder, file, manifest);
      if (fault !== null) faults.push(fault);
    }
  }
  if (!named.get(BAG.tagManifest)?.has(BAG.manifest))
    faults.push(`${BAG.tagManifest} does not name ${BAG.manifest}.`);
  const payload = named.get(BAG.manifest) ?? new Set();
  for await (const path of filesBelow(folder, 'data')) {
    if (!payload.has(path)) faults.push(`${path} is in the bag, and ${BAG.manifest} does not name it.`);
    if (faults.length >= MOST_FAULTS) break;
  }
  return faults;
}

async function filesOf(folder: string, manifest: string, faults: string[]): Promise<readonly BagFile[]> {
  const found = await lstat(join(folder, manifest)).catch(() => null);
  if (!found?.isFile()) {
    faults.push(`${manifest} is missing: this is no bag, or not a whole one.`);
    return [];
  }
  if (found.size > MOST_MANIFEST_BYTES) {
    faults.push(`${manifest} is larger than ${MOST_MANIFEST_BYTES} bytes.`);
    return [];
  }
  const { files, wrongLines } = readManifest(await readFile(join(folder, manifest), 'utf8'));
  for (const line of wrongLines) faults.push(`${manifest}, line ${line}: not a SHA-256 and a path.`);
  return files;
}

async function faultOf(folder: string, { path, sha256 }: BagFile, manifest: string): Promise<string | null> {
  if (!isInsideBag(path))
    return `${manifest} names ${JSON.stringify(path.slice(0, 200))}, which is not in the bag.`;
  const found = await lstat(join(folder, path)).catch(() => null);
  if (!found) return `${path} is missing.`;
  // A link could lead anywhere.
  if (!found.isFile()) return `${path} is not a plain file.`;
  try {
    return (await hashFile(join(folder, path))) === sha256
      ? null
      : `${path} has other bytes than were bagged.`;
  } catch {
    return `${path} cannot be read.`;
  }
}

async function* filesBelow(folder: string, path: string): AsyncGenerator<string> {
  const directory = await opendir(join(folder, path)).catch(() => null);
  if (!directory) return;
  for await (const entry of directory) {
    const inside = `${path}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(folder, inside);
    else yield inside;
  }
}
