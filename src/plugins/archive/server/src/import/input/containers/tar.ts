import { byteQueue, type ByteQueue } from '../../../../../core/bytes/byte-queue';
import type { ArchiveFormat, Member, OpenedArchive } from './archive-format';
import type { ByteSource, Trouble } from './byte-source';
import { memberPath } from './member-path';
import { readTarHeader, TAR_BLOCK, type TarHeader } from './tar-header';
import { nameInExtension, readPax, type TarExtension } from './tar-names';

/** `7` is a file that should lie in one piece on disk. */
const FILE_TYPES = ['0', '\0', '7'];
/** Longest extended header that is read; real ones have some hundred bytes. */
const LONGEST_EXTENSION = 1024 * 1024;
const NOT_EXTENDED: TarExtension = { path: null, size: null };

/** tar in its old, ustar, pax and GNU kinds. Zero blocks are passed over, so that joined archives are read whole. */
export const tarFormat: ArchiveFormat = {
  name: 'tar',

  recognises(head: Uint8Array): boolean {
    return head.length >= TAR_BLOCK && readTarHeader(head) !== null;
  },

  async *members({ source, budget }: OpenedArchive): AsyncGenerator<Member> {
    const queue = byteQueue(source.next);
    let extended: TarExtension = NOT_EXTENDED;
    for (;;) {
      const at = queue.position();
      const header = await nextHeader(queue);
      if (header === 'end') {
        if (source.damage() !== null) yield { path: null, trouble: source.damage() ?? endsEarly(at) };
        return;
      }
      if (header === 'damaged') {
        yield { path: null, trouble: damagedAt('no header', at) };
        if (!(await findHeader(queue))) return;
        continue;
      }
      const extension = await readExtension(queue, header);
      if (extension === 'damaged') {
        yield { path: null, trouble: damagedAt('an unreadable extended header', at) };
        return;
      }
      if (extension !== 'none') {
        extended = { path: extension.path ?? extended.path, size: extension.size ?? extended.size };
        continue;
      }
      const trouble = budget.member();
      if (trouble !== null) {
        yield { path: null, trouble };
        return;
      }
      const content = contentOf(queue, source, extended.size ?? header.size);
      const member = memberOf(extended.path ?? header.name, header, content);
      extended = NOT_EXTENDED;
      if (member !== null) yield member;
      const told = content.damage() !== null;
      if (await content.skip()) continue;
      if (!told) yield { path: null, trouble: content.damage() ?? endsEarly(queue.position()) };
      return;
    }
  },
};

function damagedAt(what: string, position: number): Trouble {
  return { code: 'container-damaged', found: `tar: ${what} at byte ${position}` };
}

function endsEarly(position: number): Trouble {
  return damagedAt('the archive ends', position);
}

async function nextHeader(queue: ByteQueue): Promise<TarHeader | 'end' | 'damaged'> {
  for (;;) {
    const block = (await queue.peek(TAR_BLOCK)).subarray(0, TAR_BLOCK);
    if (block.every((byte) => byte === 0)) {
      queue.drop(block.length);
      if (block.length < TAR_BLOCK) return 'end';
      continue;
    }
    const header = readTarHeader(block);
    if (header === null) return 'damaged';
    queue.drop(TAR_BLOCK);
    return header;
  }
}

/** Goes forward, block by block, to what is a header again. */
async function findHeader(queue: ByteQueue): Promise<boolean> {
  for (;;) {
    queue.drop(TAR_BLOCK);
    const block = (await queue.peek(TAR_BLOCK)).subarray(0, TAR_BLOCK);
    if (block.length < TAR_BLOCK) return false;
    if (readTarHeader(block) !== null) return true;
  }
}

async function readExtension(
  queue: ByteQueue,
  { type, size }: TarHeader,
): Promise<'none' | 'damaged' | TarExtension> {
  if (!'xgLK'.includes(type)) return 'none';
  const length = Math.ceil(size / TAR_BLOCK) * TAR_BLOCK;
  if (size > LONGEST_EXTENSION) return 'damaged';
  const bytes = (await queue.peek(length)).subarray(0, size);
  if (bytes.length < size) return 'damaged';
  queue.drop(length);
  if (type === 'x') return readPax(bytes);
  return { path: type === 'L' ? nameInExtension(bytes) : null, size: null };
}

function memberOf(name: string, { type }: TarHeader, source: ByteSource): Member | null {
  if (type === '5' || type === 'D') return null;
  const place = memberPath(name);
  if (place.is === 'unsafe') return { path: null, trouble: { code: 'member-unsafe', found: name } };
  if (place.is !== 'file') return null;
  if (FILE_TYPES.includes(type)) return { path: place.path, source };
  const code = '12346'.includes(type) ? 'member-not-file' : 'member-unreadable';
  return { path: place.path, trouble: { code, found: `tar: type ${type}` } };
}

interface Content extends ByteSource {
  /** Passes over what was not read; false where the archive ends before. */
  skip(): Promise<boolean>;
}

function contentOf(queue: ByteQueue, archive: ByteSource, size: number): Content {
  let left = size;
  let padding = Math.ceil(size / TAR_BLOCK) * TAR_BLOCK - size;
  let damage: Trouble | null = null;
  const take = async (most: number): Promise<Uint8Array | null> => {
    const bytes = await queue.next(most);
    if (bytes === null) damage = archive.damage() ?? endsEarly(queue.position());
    return bytes;
  };
  return {
    damage: () => damage,
    async next() {
      if (left === 0 || damage !== null) return null;
      const bytes = await take(left);
      left -= bytes?.length ?? 0;
      return bytes;
    },
    async skip() {
      for (; left > 0 && damage === null; left -= (await take(left))?.length ?? 0);
      for (; padding > 0 && damage === null; padding -= (await take(padding))?.length ?? 0);
      return damage === null;
    },
  };
}
