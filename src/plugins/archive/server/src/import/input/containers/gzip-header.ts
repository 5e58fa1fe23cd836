import type { ByteQueue } from '../../../../../core/bytes/byte-queue';

const FIXED_BYTES = 10;
const FLAG = { headerCheck: 2, extra: 4, name: 8, comment: 16, reserved: 0xe0 } as const;
/** Of a name or comment in a header; longer ones are damage. */
const LONGEST_TEXT = 64 * 1024;

/** Whether the bytes start like a gzip member: `1f 8b`, deflate, no reserved flag. */
export function startsAsGzip(bytes: Uint8Array, at = 0): boolean {
  const flags = bytes[at + 3];
  return (
    bytes[at] === 0x1f &&
    bytes[at + 1] === 0x8b &&
    bytes[at + 2] === 8 &&
    flags !== undefined &&
    (flags & FLAG.reserved) === 0
  );
}

/** Takes the header of a gzip member; says what stands there where it is none. */
export async function dropGzipHeader(queue: ByteQueue): Promise<'gzip' | 'none' | 'other' | 'truncated'> {
  const head = await queue.peek(FIXED_BYTES);
  if (head.length === 0) return 'none';
  if (head.length < FIXED_BYTES) return head[0] === 0x1f ? 'truncated' : 'other';
  if (!startsAsGzip(head)) return 'other';
  const flags = head[3] ?? 0;
  queue.drop(FIXED_BYTES);
  if (flags & FLAG.extra) {
    const size = (await queue.peek(2)).subarray(0, 2);
    const length = 2 + (size[0] ?? 0) + (size[1] ?? 0) * 256;
    if ((await queue.peek(length)).length < length) return 'truncated';
    queue.drop(length);
  }
  if (flags & FLAG.name && !(await dropText(queue))) return 'truncated';
  if (flags & FLAG.comment && !(await dropText(queue))) return 'truncated';
  if (flags & FLAG.headerCheck) {
    if ((await queue.peek(2)).length < 2) return 'truncated';
    queue.drop(2);
  }
  return 'gzip';
}

/** A text that a zero byte ends. */
async function dropText(queue: ByteQueue): Promise<boolean> {
  let wanted = 1;
  for (;;) {
    const bytes = await queue.peek(wanted);
    const end = bytes.indexOf(0);
    if (end >= 0) {
      queue.drop(end + 1);
      return true;
    }
    if (bytes.length < wanted || bytes.length > LONGEST_TEXT) return false;
    wanted = bytes.length + 1;
  }
}

/** Goes forward to where a gzip member seems to start; false where there is none. */
export async function findGzipMember(queue: ByteQueue): Promise<boolean> {
  for (;;) {
    const bytes = await queue.peek(FIXED_BYTES);
    if (bytes.length < FIXED_BYTES) return false;
    for (let at = bytes.indexOf(0x1f); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
      if (!startsAsGzip(bytes, at)) continue;
      queue.drop(at);
      return true;
    }
    // The first bytes of a member may lie at the end of what is at hand.
    queue.drop(bytes.length - 3);
  }
}
