import type { Step, Watch } from './parse-task';

/** Where in the memory that both threads share each number stands. */
const CELL = { changes: 0, step: 1, file: 2, record: 3, weight: 4, part: 5 } as const;

const STEPS: readonly (Step | null)[] = [null, 'reading', 'understanding'];

/** Memory for one worker and the main thread. `weight` is what deliveries of an earlier worker still weigh. */
export function sharedCells(weight: number): Int32Array {
  const cells = new Int32Array(new SharedArrayBuffer(6 * Int32Array.BYTES_PER_ELEMENT));
  cells[CELL.weight] = weight;
  return cells;
}

/** What a worker is at; the same `changes` twice means that it has been at it all the time. */
export interface Activity {
  readonly changes: number;
  /** Null while it waits: for work, for the disk, or for its deliveries to be taken. */
  readonly step: Step | null;
  /** Position in the order of work. */
  readonly file: number;
  readonly record: number;
  /** Which file of a container, from 0. */
  readonly part: number;
}

/** Main thread: what the worker is at. Reliable as a whole only once the worker has ended. */
export function activityIn(cells: Int32Array): Activity {
  const changes = Atomics.load(cells, CELL.changes);
  const step = STEPS[Atomics.load(cells, CELL.step)] ?? null;
  return {
    changes,
    step,
    file: Atomics.load(cells, CELL.file),
    record: Atomics.load(cells, CELL.record),
    part: Atomics.load(cells, CELL.part),
  };
}

/** Worker: notes what it is at with one file of its order. */
export function watchInto(cells: Int32Array, file: number): Watch {
  const note = (step: Step | null, record: number, part: number) => {
    Atomics.store(cells, CELL.step, STEPS.indexOf(step));
    Atomics.store(cells, CELL.file, file);
    Atomics.store(cells, CELL.record, record);
    Atomics.store(cells, CELL.part, part);
    Atomics.add(cells, CELL.changes, 1);
  };
  return {
    step: (record, step, part) => {
      note(step, record, part);
    },
    rest: () => {
      note(null, 0, 0);
    },
  };
}

/** Worker: adds a delivery to the window. */
export function addWeight(cells: Int32Array, weight: number): void {
  Atomics.add(cells, CELL.weight, weight);
}

/** Worker: blocks its thread until no more than `most` is waiting to be taken. */
export function waitForWeight(cells: Int32Array, most: number): void {
  for (let weight = Atomics.load(cells, CELL.weight); weight > most; ) {
    Atomics.wait(cells, CELL.weight, weight);
    weight = Atomics.load(cells, CELL.weight);
  }
}

/** Main thread: a delivery was taken; wakes the worker. */
export function removeWeight(cells: Int32Array, weight: number): void {
  Atomics.sub(cells, CELL.weight, weight);
  Atomics.notify(cells, CELL.weight);
}
