import { availableParallelism } from 'node:os';

import type { ParseTask } from './parse-task';

/** Below this, starting workers takes longer than they save. */
const MANY_FILES = 200;
const MANY_BYTES = 32 * 1024 * 1024;

/** More would outrun the one thread that takes what they parse. */
const MOST_WORKERS = 4;

/** How many workers to parse the tasks with: none where they are few. Gives the tasks on, those looked at included. */
export function workersFor(tasks: Iterable<ParseTask>): {
  readonly tasks: Iterable<ParseTask>;
  readonly workers: number;
} {
  const iterator = tasks[Symbol.iterator]();
  const seen: ParseTask[] = [];
  let bytes = 0;
  while (seen.length < MANY_FILES && bytes < MANY_BYTES) {
    const next = iterator.next();
    if (next.done) return { tasks: seen, workers: 0 };
    seen.push(next.value);
    bytes += next.value.file.size;
  }
  return { tasks: together(seen, iterator), workers: parseWorkers() };
}

/** Workers for a large input: one for each core, since the thread that writes waits for the disk a good part. */
export function parseWorkers(): number {
  return Math.max(1, Math.min(MOST_WORKERS, availableParallelism()));
}

function* together(seen: readonly ParseTask[], rest: Iterator<ParseTask>): Generator<ParseTask> {
  yield* seen;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}
