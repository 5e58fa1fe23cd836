import { closeSync } from 'node:fs';

import { fromFdPromise, type Entry, type ZipFile } from 'yauzl';

import type { ArchiveFormat, Member, OpenedArchive, RandomBytes } from './archive-format';
import type { Trouble } from './byte-source';
import { memberPath } from './member-path';
import { spool } from './spool';
import { zipEntryName } from './zip-entry-name';
import { zipEntrySource } from './zip-entry-source';

/** Office documents, books and programs are zip files too, but no archives of articles. */
const OTHER_KINDS = /\.(?:docx|xlsx|pptx|odt|ods|odp|epub|jar|war|apk|kmz|idml|xps)$/i;
const FIRST_NAMES = ['[Content_Types].xml', '_rels/.rels', 'mimetype', 'META-INF/'];
const FIRST_NAME_AT = 30;

/** zip and zip64, by its central directory. Inside another container it is laid down on disk first. */
export const zipFormat: ArchiveFormat = {
  name: 'zip',

  recognises(head: Uint8Array, path: string): boolean {
    const start = String.fromCharCode(...head.subarray(0, 64));
    if (start.startsWith('PK\x05\x06')) return true;
    if (!start.startsWith('PK\x03\x04') || OTHER_KINDS.test(path)) return false;
    return !FIRST_NAMES.some((name) => start.startsWith(name, FIRST_NAME_AT));
  },

  async *members(archive: OpenedArchive): AsyncGenerator<Member> {
    const own = archive.random === null ? await spool(archive.source) : null;
    const random = archive.random ?? own;
    try {
      if (random !== null) yield* membersIn(random, archive);
    } finally {
      if (own !== null) closeSync(own.descriptor);
    }
  },
};

async function* membersIn(random: RandomBytes, { budget, source }: OpenedArchive): AsyncGenerator<Member> {
  try {
    // Names are checked here, one by one: an unsafe one must not end the reading. The descriptor stays ours, so there
    // is nothing to close.
    const zip = await fromFdPromise(random.descriptor, { autoClose: false, decodeStrings: false });
    for await (const entry of zip.eachEntry()) {
      const trouble = budget.member();
      if (trouble !== null) {
        yield { path: null, trouble };
        return;
      }
      const member = await memberOf(zip, entry, random, budget);
      if (member !== null) yield member;
    }
  } catch (error) {
    yield { path: null, trouble: source.damage() ?? damaged(error) };
  }
}

function damaged(error: unknown): Trouble {
  const what = error instanceof Error ? error.message : String(error);
  return { code: 'container-damaged', found: `zip: ${what}` };
}

async function memberOf(
  zip: ZipFile,
  entry: Entry,
  random: RandomBytes,
  budget: OpenedArchive['budget'],
): Promise<Member | null> {
  const name = zipEntryName(entry);
  const place = memberPath(name);
  if (place.is === 'unsafe') return { path: null, trouble: { code: 'member-unsafe', found: name } };
  if (place.is !== 'file') return null;
  const { path } = place;
  const refuse = (code: Trouble['code'], found: string): Member => ({ path, trouble: { code, found } });
  if (!isPlainFile(entry)) return refuse('member-not-file', 'zip: a link or device');
  if (entry.isEncrypted()) return refuse('member-unreadable', 'zip: encrypted');
  const { compressionMethod: method } = entry;
  if (method !== 0 && method !== 8) return refuse('member-unreadable', `zip: compression method ${method}`);
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    return { path, source: zipEntrySource(random, fileDataStart, entry, budget) };
  } catch (error) {
    return { path, trouble: damaged(error) };
  }
}

const UNIX = 3;
const TYPE_BITS = 0xf000;
const REGULAR = 0x8000;

/** Only Unix writes what kind of file a member is; 0 where it did not. */
function isPlainFile({ versionMadeBy, externalFileAttributes }: Entry): boolean {
  const type = (externalFileAttributes >>> 16) & TYPE_BITS;
  return versionMadeBy >>> 8 !== UNIX || type === 0 || type === REGULAR;
}
