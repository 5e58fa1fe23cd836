import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import type { ArchiveConfig } from '../config/archive-config';

/** Longest file name that is kept; only its last part is, so that no path leads out of the folder. */
const LONGEST_NAME = 200;

/** Keeps an uploaded file in a folder of its own and returns the token by which a job can name it. */
export function keepUpload(
  strapi: Core.Strapi,
  config: ArchiveConfig,
  file: { readonly path: string; readonly name: string },
): string {
  const token = randomUUID();
  const folder = join(uploadFolder(strapi, config), token);
  mkdirSync(folder, { recursive: true });
  copyFileSync(file.path, join(folder, safeName(file.name)));
  return token;
}

/** The file that was uploaded under a token. */
export function uploadedFile(strapi: Core.Strapi, config: ArchiveConfig, token: string): string {
  const folder = join(uploadFolder(strapi, config), basename(token));
  try {
    const [name] = readdirSync(folder);
    if (name !== undefined) return join(folder, name);
  } catch {
    // Said below: no such folder is the same as no such file.
  }
  throw new errors.ValidationError(`There is no upload "${token}". Upload the file again.`);
}

function uploadFolder(strapi: Core.Strapi, config: ArchiveConfig): string {
  return resolve(strapi.dirs.app.root, config.uploadFolder);
}

function safeName(name: string): string {
  const last = basename(name.replaceAll('\\', '/')).replace(/[\p{Cc}/]/gu, '');
  const plain = last.replace(/^\.+/, '').slice(-LONGEST_NAME);
  return plain === '' ? 'upload' : plain;
}
