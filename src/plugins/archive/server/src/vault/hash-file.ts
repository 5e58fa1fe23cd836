import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** SHA-256 of a file's bytes in hexadecimal; copies them to `copy` on the way where one is named. */
export async function hashFile(path: string, copy?: string): Promise<string> {
  const hash = createHash('sha256');
  const hashed = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  };
  const source = createReadStream(path, { highWaterMark: 1024 * 1024 });
  if (copy === undefined) for await (const chunk of source) hash.update(chunk as Buffer);
  else await pipeline(source, hashed, createWriteStream(copy, { flags: 'wx', mode: 0o600 }));
  return hash.digest('hex');
}
