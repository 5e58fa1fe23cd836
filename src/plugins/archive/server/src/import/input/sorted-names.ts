import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';

/** So many are sorted in memory; a folder of more is sorted in parts that wait in a file. */
const LONGEST_RUN = 100_000;
const CHUNK = 64 * 1024;
/** No name of a file holds it. */
const END = '\0';

/** Names that are sorted, and are read from the first to the last. */
interface Run {
  /** The next name, undefined behind the last. */
  readonly next: () => string | undefined;
  readonly close: () => void;
}

/**
 * Gives names in their order (by UTF-16 units) and holds at most `longest` of them in memory, and a piece of each
 * sorted part. Where no temporary file can be written, memory holds them all.
 * @throws whatever `names` throws, before the first name is given.
 */
export function sortedNames(names: Iterable<string>, longest = LONGEST_RUN): Generator<string> {
  const runs: Run[] = [];
  try {
    let part: string[] = [];
    for (const name of names) {
      part.push(name);
      if (part.length < longest) continue;
      runs.push(runOf(part.sort()));
      part = [];
    }
    runs.push(inMemory(part.sort()));
  } catch (error) {
    for (const run of runs) run.close();
    throw error;
  }
  return closing(runs);
}

function* closing(runs: readonly Run[]): Generator<string> {
  try {
    yield* merged(runs);
  } finally {
    for (const run of runs) run.close();
  }
}

function* merged(runs: readonly Run[]): Generator<string> {
  const heads = runs.map((run) => ({ run, name: run.next() }));
  for (;;) {
    let first: (typeof heads)[number] | null = null;
    for (const head of heads) {
      if (head.name !== undefined && (first?.name === undefined || head.name < first.name)) first = head;
    }
    if (first?.name === undefined) return;
    yield first.name;
    first.name = first.run.next();
  }
}

function runOf(names: readonly string[]): Run {
  try {
    return inFile(names);
  } catch {
    return inMemory(names);
  }
}

function inMemory(names: readonly string[]): Run {
  let at = 0;
  return { next: () => names[at++], close: () => undefined };
}

/** The file has no name any more while it is read, so none is left behind by a process that is killed. */
function inFile(names: readonly string[]): Run {
  const path = join(tmpdir(), `archive-names-${randomUUID()}`);
  const file = openSync(path, 'wx+', 0o600);
  try {
    unlinkSync(path);
    for (let from = 0; from < names.length; from += 1000) {
      writeWhole(file, Buffer.from(`${names.slice(from, from + 1000).join(END)}${END}`));
    }
  } catch (error) {
    closeSync(file);
    throw error;
  }
  const next = reader(file);
  return {
    next,
    close: () => {
      closeSync(file);
    },
  };
}

function writeWhole(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

function reader(file: number): Run['next'] {
  const decoder = new StringDecoder('utf8');
  const chunk = Buffer.allocUnsafe(CHUNK);
  let position = 0;
  let waiting: string[] = [];
  let at = 0;
  let open = '';
  return () => {
    while (at >= waiting.length) {
      const bytes = readSync(file, chunk, 0, CHUNK, position);
      if (bytes === 0) return undefined;
      position += bytes;
      waiting = `${open}${decoder.write(chunk.subarray(0, bytes))}`.split(END);
      open = waiting.pop() ?? '';
      at = 0;
    }
    return waiting[at++];
  };
}
