import { crc32 } from 'node:zlib';

import { byteQueue, type ByteQueue } from '../../../../../core/bytes/byte-queue';
import type { ByteSource, Trouble } from './byte-source';
import type { Budget } from './container-limits';
import { dropGzipHeader, findGzipMember, startsAsGzip } from './gzip-header';
import { inflateFrom, type Inflating } from './inflate';

interface OpenMember {
  readonly inflating: Inflating;
  /** Byte of the packed file at which it starts. */
  readonly start: number;
  crc: number;
  length: number;
}

/** Whether the bytes start like gzip data (RFC 1952). */
export { startsAsGzip };

/**
 * Unpacks gzip data, however many members it has (each record of a WARC is one): they are one stream. Each member's
 * checksum and length are compared. Where one is damaged, `resume` goes on at the next.
 */
export function gunzip(source: ByteSource, budget: Budget): ByteSource {
  const queue = byteQueue(source.next);
  let member: OpenMember | null = null;
  let damage: Trouble | null = null;

  const fail = (trouble: Trouble): null => {
    damage = trouble;
    member?.inflating.close();
    member = null;
    return null;
  };
  const damagedAt = (what: string, position: number) =>
    fail(source.damage() ?? { code: 'container-damaged', found: `gzip: ${what} at byte ${position}` });

  const open = async (): Promise<OpenMember | null> => {
    await dropPadding(queue);
    const start = queue.position();
    const header = await dropGzipHeader(queue);
    if (header === 'none') return source.damage() === null ? null : fail(source.damage() ?? NO_END);
    if (header !== 'gzip') return damagedAt(header === 'other' ? 'other data' : 'the data ends', start);
    return { inflating: inflateFrom(queue), start, crc: 0, length: 0 };
  };
  const close = async ({ inflating, start, crc, length }: OpenMember): Promise<boolean> => {
    member = null;
    const end = inflating.end();
    if (end === 'invalid') damagedAt(`invalid data in the member that starts`, start);
    else if (end === 'truncated') damagedAt('the data ends', queue.position());
    else {
      const trailer = (await queue.peek(8)).subarray(0, 8);
      const view = new DataView(trailer.buffer, trailer.byteOffset, trailer.length);
      queue.drop(8);
      if (trailer.length < 8) damagedAt('the data ends', queue.position());
      else if (view.getUint32(0, true) !== crc || view.getUint32(4, true) !== length % 2 ** 32) {
        damagedAt('wrong checksum of the member that starts', start);
      }
    }
    return damage === null;
  };

  return {
    damage: () => damage,
    async next() {
      while (damage === null) {
        member ??= await open();
        if (member === null) return null;
        const bytes = await member.inflating.next();
        if (bytes === null) {
          if (!(await close(member))) return null;
          continue;
        }
        member.crc = crc32(bytes, member.crc);
        member.length += bytes.length;
        const trouble = budget.unpacked(bytes.length);
        if (trouble !== null) return fail(trouble);
        return bytes;
      }
      return null;
    },
    async resume() {
      if (budget.exceeded() !== null || !(await findGzipMember(queue))) return false;
      damage = null;
      return true;
    },
  };
}

const NO_END: Trouble = { code: 'container-damaged', found: 'gzip: the data ends' };

/** Tapes and some tools fill the last block with zeros. */
async function dropPadding(queue: ByteQueue): Promise<void> {
  for (;;) {
    const bytes = await queue.peek(1);
    if (bytes.length === 0 || bytes[0] !== 0) return;
    const end = bytes.findIndex((byte) => byte !== 0);
    queue.drop(end < 0 ? bytes.length : end);
  }
}
