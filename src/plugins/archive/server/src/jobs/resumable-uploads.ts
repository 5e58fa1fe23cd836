import { createHash, randomUUID, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';

import { errors } from '@strapi/utils';

import { LARGEST_PART, type BeginUpload, type UploadState } from '../../../shared/upload-api';
import { safeName } from './uploads';

/** While a file arrives its folder holds these; names of uploads never begin with a dot. */
const BYTES = '.arriving';
const FACTS = '.arriving.json';

/** Files that arrive in parts, and go on where they stopped. */
export interface ResumableUploads {
  begin(file: BeginUpload): Promise<UploadState>;
  state(upload: string): Promise<UploadState>;
  /** Takes one part, read no further than it may be long. A part for another place is not read. */
  take(upload: string, offset: number, part: Readable): Promise<UploadState>;
}

/** Keeps them below a folder, each in one of its own. Bytes are hashed as they arrive. */
export function resumableUploads(folder: () => string): ResumableUploads {
  /** Of the uploads that this process takes: the hash of what is there. Rebuilt from the disk where it is not known. */
  const hashes = new Map<string, Hash>();
  const busy = new Set<string>();
  const placeOf = (upload: string) => join(folder(), basename(upload));

  const factsOf = async (upload: string): Promise<BeginUpload> => {
    try {
      return JSON.parse(await readFile(join(placeOf(upload), FACTS), 'utf8')) as BeginUpload;
    } catch {
      throw new errors.NotFoundError(`No upload "${upload}" is under way. Begin it again.`);
    }
  };
  const state = async (upload: string): Promise<UploadState> => {
    const { size } = await factsOf(upload);
    const received = (await stat(join(placeOf(upload), BYTES))).size;
    return { upload, received, size, sha256: null };
  };
  const finish = async (upload: string, name: string, size: number, hash: Hash): Promise<UploadState> => {
    const place = placeOf(upload);
    await rename(join(place, BYTES), join(place, safeName(name)));
    await rm(join(place, FACTS));
    hashes.delete(upload);
    return { upload, received: size, size, sha256: hash.digest('hex') };
  };

  return {
    state,
    async begin({ name, size }) {
      const upload = randomUUID();
      await mkdir(placeOf(upload), { recursive: true });
      await writeFile(join(placeOf(upload), BYTES), '');
      await writeFile(join(placeOf(upload), FACTS), JSON.stringify({ name, size }));
      const hash = createHash('sha256');
      hashes.set(upload, hash);
      return size === 0 ? finish(upload, name, size, hash) : { upload, received: 0, size, sha256: null };
    },
    async take(upload, offset, part) {
      if (busy.has(upload)) throw new errors.ApplicationError('Another part of this upload is arriving.');
      busy.add(upload);
      try {
        const { name, size } = await factsOf(upload);
        const { received } = await state(upload);
        if (offset !== received) return await state(upload);
        // An upload that goes on is no old one, however long ago it began.
        await utimes(placeOf(upload), new Date(), new Date());
        const file = join(placeOf(upload), BYTES);
        const before = hashes.get(upload) ?? (await hashOfFile(file));
        const hash = before.copy();
        try {
          const end = await append(file, offset, Math.min(size, offset + LARGEST_PART), part, hash);
          hashes.set(upload, hash);
          return end === size ? await finish(upload, name, size, hash) : await state(upload);
        } catch (error) {
          // Half a part is none: the sender sends it again.
          await truncate(file, offset);
          throw error;
        }
      } finally {
        busy.delete(upload);
      }
    },
  };
}

/** Writes a part behind what is there; returns where it ends. */
async function append(file: string, from: number, most: number, part: Readable, hash: Hash): Promise<number> {
  const handle = await open(file, 'r+');
  let at = from;
  try {
    for await (const chunk of part as AsyncIterable<Buffer>) {
      if (at + chunk.length > most) {
        throw new errors.PayloadTooLargeError(
          `A part has at most ${LARGEST_PART} bytes, and the file no more than was said.`,
        );
      }
      await handle.write(chunk, 0, chunk.length, at);
      hash.update(chunk);
      at += chunk.length;
    }
    return at;
  } finally {
    await handle.close();
  }
}

async function hashOfFile(file: string): Promise<Hash> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash;
}
