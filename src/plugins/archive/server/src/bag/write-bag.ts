import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { manifestText, type BagFile } from '../../../core/bag/manifest';
import { BAG, DECLARATION } from './bag-layout';

type Chunks = AsyncIterable<Buffer | string> | Iterable<Buffer | string>;

/** A bag being written: payload first, then `close` writes what vouches for it. */
export interface BagWriter {
  /** @param path in the bag, below `data/` @returns the SHA-256 of what was written */
  add(path: string, chunks: Chunks): Promise<string>;
  /** @param info for `bag-info.txt`, label by label */
  close(info: Readonly<Record<string, string>>): Promise<void>;
}

/** Writes a bag (RFC 8493) into an empty folder. Each file is hashed while it is written; none is held in memory. */
export function bagWriter(folder: string): BagWriter {
  const payload: BagFile[] = [];
  let bytes = 0;
  const write = async (path: string, chunks: Chunks) => {
    const hash = createHash('sha256');
    let size = 0;
    const hashed = async function* (parts: AsyncIterable<Buffer>) {
      for await (const part of parts) {
        const buffer = Buffer.from(part);
        hash.update(buffer);
        size += buffer.length;
        yield buffer;
      }
    };
    await mkdir(dirname(join(folder, path)), { recursive: true });
    const target = createWriteStream(join(folder, path), { flags: 'wx', mode: 0o600 });
    await pipeline(Readable.from(chunks), hashed, target);
    return { path, sha256: hash.digest('hex'), size };
  };
  return {
    async add(path, chunks) {
      const { size, ...file } = await write(path, chunks);
      payload.push(file);
      bytes += size;
      return file.sha256;
    },
    async close(info) {
      const lines = { ...info, 'Payload-Oxum': `${bytes}.${payload.length}` };
      const tags: BagFile[] = [];
      for (const [path, text] of [
        [BAG.declaration, DECLARATION],
        [
          BAG.info,
          Object.entries(lines)
            .map(([label, value]) => `${label}: ${value}\n`)
            .join(''),
        ],
        [BAG.manifest, manifestText(payload)],
      ] as const) {
        const { sha256 } = await write(path, [text]);
        tags.push({ path, sha256 });
      }
      await write(BAG.tagManifest, [manifestText(tags)]);
    },
  };
}
