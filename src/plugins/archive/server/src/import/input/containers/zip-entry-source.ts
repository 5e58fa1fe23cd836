import { readSync } from 'node:fs';
import { crc32 } from 'node:zlib';

import type { Entry } from 'yauzl';

import { byteQueue, type NextBytes } from '../../../../../core/bytes/byte-queue';
import { faultOf } from '../input-fault';
import type { RandomBytes } from './archive-format';
import type { ByteSource, Trouble } from './byte-source';
import type { Budget } from './container-limits';
import { inflateFrom } from './inflate';

const CHUNK_BYTES = 256 * 1024;
const STORED = 0;

/** The unpacked bytes of a zip entry, its size and checksum compared at the end. */
export function zipEntrySource(
  random: RandomBytes,
  start: number,
  { compressionMethod, compressedSize, uncompressedSize, crc32: expected }: Entry,
  budget: Budget,
): ByteSource {
  const packed = bytesBetween(random, start, start + compressedSize);
  const inflating = compressionMethod === STORED ? null : inflateFrom(byteQueue(packed));
  let crc = 0;
  let length = 0;
  let damage: Trouble | null = null;

  const fail = (what: string): null => {
    damage = { code: 'container-damaged', found: `zip: ${what} in the member that starts at byte ${start}` };
    inflating?.close();
    return null;
  };
  return {
    damage: () => damage,
    async next() {
      if (damage !== null) return null;
      const bytes = await (inflating?.next() ?? packed());
      if (bytes === null) {
        if (inflating?.end() === 'truncated') return fail('the data ends');
        if (inflating?.end() === 'invalid') return fail('invalid data');
        return length === uncompressedSize && crc === expected ? null : fail('wrong size or checksum');
      }
      crc = crc32(bytes, crc);
      length += bytes.length;
      const trouble = budget.unpacked(bytes.length);
      if (trouble !== null) {
        damage = trouble;
        inflating?.close();
        return null;
      }
      return length > uncompressedSize ? fail('more bytes than stated') : bytes;
    },
  };
}

function bytesBetween({ descriptor }: RandomBytes, start: number, end: number): NextBytes {
  let at = start;
  return async () => {
    const wanted = Math.min(CHUNK_BYTES, end - at);
    if (wanted <= 0) return null;
    const chunk = Buffer.allocUnsafeSlow(wanted);
    try {
      const got = readSync(descriptor, chunk, 0, wanted, at);
      at += got;
      return got === 0 ? null : chunk.subarray(0, got);
    } catch (error) {
      throw faultOf(error);
    }
  };
}
