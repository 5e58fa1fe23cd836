import { byteQueue } from '../../../../../core/bytes/byte-queue';
import type { ArchiveFormat, Member, RandomBytes } from './archive-format';
import { withHead, type ByteSource, type Trouble } from './byte-source';
import type { Budget } from './container-limits';
import { gunzip, startsAsGzip } from './gunzip';
import { tarFormat } from './tar';
import { zipFormat } from './zip';

const ARCHIVES: readonly ArchiveFormat[] = [zipFormat, tarFormat];
/** Enough to recognise every format by. */
const HEAD_BYTES = 4096;

/** One file inside a container, unpacked. */
export interface Leaf {
  /** Path inside the container; null for the one file that a `.gz` holds. */
  readonly member: string | null;
  /** Path by which its format is judged. */
  readonly path: string;
  /** Its first bytes, which `source` gives again. */
  readonly head: Uint8Array;
  readonly source: ByteSource;
}

/** A file inside a container that cannot be read, or a container that cannot. */
export interface Refused {
  readonly member: string | null;
  readonly trouble: Trouble;
}

/** Whether a file holds other files, by its first bytes. */
export function isContainer(head: Uint8Array, path: string): boolean {
  return startsAsGzip(head) || archiveOf(head, path) !== null;
}

function archiveOf(head: Uint8Array, path: string): ArchiveFormat | null {
  return ARCHIVES.find((format) => format.recognises(head, path)) ?? null;
}

/** Bytes that may be a container, and where they stand. */
interface Place {
  readonly member: string | null;
  readonly path: string;
  readonly source: ByteSource;
  readonly random: RandomBytes | null;
  /** Containers around it. */
  readonly depth: number;
}

/** All files in a container, those of containers inside it included, in their order; each is to be read in its turn. */
export async function* leavesOf(place: Place, budget: Budget): AsyncGenerator<Leaf | Refused> {
  const { member, depth } = place;
  const { head, source } = await headOf(place.source);
  const tooDeep: Refused = { member, trouble: { code: 'container-too-deep', found: `${depth} levels` } };
  if (startsAsGzip(head)) {
    if (depth >= budget.limits.maxDepth) yield tooDeep;
    else yield* leavesOf(unpacked(place, gunzip(source, budget)), budget);
    return;
  }
  const archive = archiveOf(head, place.path);
  if (archive === null) yield { member, path: place.path, head, source };
  else if (depth >= budget.limits.maxDepth) yield tooDeep;
  else {
    for await (const found of archive.members({ source, random: place.random, budget })) {
      yield* leavesOfMember(found, place, budget);
      if (budget.exceeded() !== null) return;
    }
  }
}

async function* leavesOfMember(
  found: Member,
  { member: around, path: aroundPath, depth }: Place,
  budget: Budget,
): AsyncGenerator<Leaf | Refused> {
  const member = found.path === null ? around : joined(around, found.path);
  if ('trouble' in found) yield { member, trouble: found.trouble };
  else {
    const path = `${aroundPath}/${found.path}`;
    yield* leavesOf({ member, path, source: found.source, random: null, depth: depth + 1 }, budget);
  }
}

/** What a `.gz` holds has its path without the ending. It counts half: to people, a `.tar.gz` is one thing. */
function unpacked(place: Place, source: ByteSource): Place {
  const path = place.path.replace(/\.gz$/i, '').replace(/\.tgz$/i, '.tar');
  return { ...place, path, source, random: null, depth: place.depth + 0.5 };
}

function joined(around: string | null, path: string): string {
  return around === null ? path : `${around}/${path}`;
}

async function headOf(source: ByteSource): Promise<{ head: Uint8Array; source: ByteSource }> {
  const head = await byteQueue(source.next).peek(HEAD_BYTES);
  return { head, source: withHead(head, source) };
}
