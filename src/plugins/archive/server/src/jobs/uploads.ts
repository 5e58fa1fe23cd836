import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';

import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import type { ArchiveConfig } from '../config/archive-config';

/** Longest file name that is kept; only its last part is, so that no path leads out of the folder. */
const LONGEST_NAME = 200;

/** A file that was kept, by the token under which a job can name it. */
export interface KeptUpload {
  readonly upload: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Keeps an uploaded file in a folder of its own, without reading it into memory or copying it where the disk is the
 * same, and says what arrived.
 * @throws PayloadTooLargeError where it is larger than `uploadMaxBytes`.
 */
export async function keepUpload(
  strapi: Core.Strapi,
  config: ArchiveConfig,
  file: { readonly path: string; readonly name: string },
): Promise<KeptUpload> {
  const { size } = await stat(file.path);
  if (size > config.uploadMaxBytes) {
    throw new errors.PayloadTooLargeError(
      `The file has ${size} bytes; at most ${config.uploadMaxBytes} are taken (archive.uploadMaxBytes). ` +
        'Put it into a folder of archive.importRoots and name its path instead.',
    );
  }
  const upload = randomUUID();
  const folder = join(uploadFolder(strapi, config), upload);
  const kept = join(folder, safeName(file.name));
  await mkdir(folder, { recursive: true });
  try {
    await move(file.path, kept);
    return { upload, bytes: size, sha256: await hashOf(kept) };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** The file that was uploaded under a token. */
export async function uploadedFile(
  strapi: Core.Strapi,
  config: ArchiveConfig,
  token: string,
): Promise<string> {
  const folder = join(uploadFolder(strapi, config), basename(token));
  try {
    // A name with a dot is that of a file which is still arriving.
    const name = (await readdir(folder)).find((one) => !one.startsWith('.'));
    if (name !== undefined) return join(folder, name);
  } catch {
    // Said below: no such folder is the same as no such file.
  }
  throw new errors.ValidationError(`There is no upload "${token}". Upload the file again.`);
}

/** Where uploads are kept, each in a folder named by its token. */
export function uploadFolder(strapi: Core.Strapi, config: ArchiveConfig): string {
  return resolve(strapi.dirs.app.root, config.uploadFolder);
}

async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    // The folder for temporary files may be on another disk.
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await pipeline(createReadStream(from), createWriteStream(to));
    await rm(from, { force: true });
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** A file name without its folders, and without a dot in front. */
export function safeName(name: string): string {
  const last = basename(name.replaceAll('\\', '/')).replace(/[\p{Cc}/]/gu, '');
  const plain = last.replace(/^\.+/, '').slice(-LONGEST_NAME);
  return plain === '' ? 'upload' : plain;
}
