import { setImmediate } from 'node:timers/promises';

import { parseFile } from './parse-file';
import { parseInWorkers } from './parse-in-workers';
import type { ParseSettings, ParseTask } from './parse-task';
import { PARSE_WORKER_FILE } from './parse-worker-file';
import type { ParsedItem } from './parsed-record';

export type { ParseTask } from './parse-task';

export interface ParseOptions {
  /** Worker threads; 0 parses in this thread, where no record can be stopped. */
  readonly workers: number;
  /** A record is quarantined (`parse-timeout`) when reading or understanding it takes longer. */
  readonly recordTimeoutMs: number;
  /** Ends parsing at once; the generator throws the signal's reason. */
  readonly signal?: AbortSignal;
  /** Heap of each worker; a record that needs more is quarantined (`parse-memory`). */
  readonly workerMemoryMegabytes?: number;
  /** The built worker, where it does not lie beside this code. */
  readonly workerFile?: string;
}

/**
 * Reads and understands all records of the files, in the order of tasks and records however many workers there are;
 * each file's end follows its last record. Memory depends on neither the number of files nor on their size.
 * @throws Error for a bug in the parser, the signal's reason, and whatever `tasks` throws.
 */
export function parseFiles(
  tasks: Iterable<ParseTask> | AsyncIterable<ParseTask>,
  settings: ParseSettings,
  options: ParseOptions,
): AsyncGenerator<ParsedItem> {
  const { workers, recordTimeoutMs, signal } = options;
  if (workers === 0) return parseHere(tasks, settings, signal);
  const workerOptions = {
    settings,
    workers,
    recordTimeoutMs,
    workerFile: options.workerFile ?? PARSE_WORKER_FILE,
    memoryMegabytes: options.workerMemoryMegabytes ?? memoryFor(settings),
  };
  return parseInWorkers(tasks, workerOptions, signal);
}

const LONGEST_RUN_MS = 50;

async function* parseHere(
  tasks: Iterable<ParseTask> | AsyncIterable<ParseTask>,
  settings: ParseSettings,
  signal: AbortSignal | undefined,
): AsyncGenerator<ParsedItem> {
  let since = performance.now();
  for await (const task of tasks) {
    for await (const item of parseFile(task, settings)) {
      signal?.throwIfAborted();
      yield item;
      if (performance.now() - since < LONGEST_RUN_MS) continue;
      // Files are read synchronously: without a pause, no signal and no timer would ever come through.
      await setImmediate();
      since = performance.now();
    }
  }
}

const MEGABYTE = 1024 * 1024;
const BASE_MEMORY_MEGABYTES = 256;
/** Heap that a byte of a record may need while it is parsed. */
const MEMORY_FACTOR = 24;

function memoryFor({ maxRecordBytes }: ParseSettings): number {
  return BASE_MEMORY_MEGABYTES + Math.ceil((maxRecordBytes * MEMORY_FACTOR) / MEGABYTE);
}
