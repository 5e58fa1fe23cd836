import { profileNamed } from './parse-file';
import type { ParseSettings, ParseTask, Stopped } from './parse-task';
import type { InputFile, ParsedItem } from './parsed-record';
import { createResults, type Results } from './results';
import type { Delivery, WorkOrder } from './worker-messages';

/** Items that came together, and what they weigh against their worker's window until they are taken. */
export interface TakenItems {
  readonly items: readonly ParsedItem[];
  readonly weight: number;
}

/** Files that went to a worker together: what has come back of them, and what has not. */
export interface GroupInWork {
  readonly results: Results<TakenItems>;
  files(): number;
  bytes(): number;
  /** A file of the last order; null where nothing of it is awaited any more. */
  file(position: number): InputFile | null;
  /** Takes in what a worker delivered; returns true when nothing is awaited any more. */
  receive(delivery: Delivery): boolean;
  /** A record, of a file of the last order, that must not be parsed again. */
  stop(position: number, record: Stopped): void;
  /** The order for a worker: all that is awaited, so that every item comes exactly once. */
  order(): WorkOrder;
}

/** A group of which nothing has come back yet. */
export function groupInWork(tasks: readonly ParseTask[], settings: ParseSettings): GroupInWork {
  const results = createResults<TakenItems>();
  const waiting = [...tasks];
  let ended = 0;
  let bytes = tasks.reduce((sum, { file }) => sum + file.size, 0);

  const named = (delivery: Delivery): ParsedItem[] =>
    delivery.items.map((item) => {
      const task = waiting[0];
      if (!task) throw new Error('A parse worker delivered more than it was asked for.');
      const { file } = task;
      if (item.kind === 'record') {
        waiting[0] = { ...task, skip: item.record.index + 1 };
        return { ...item, file, profile: profileNamed(item.draft.profile, settings) };
      }
      waiting.shift();
      ended += 1;
      bytes -= file.size;
      return { ...item, file };
    });

  return {
    results,
    files: () => waiting.length,
    bytes: () => bytes,
    file: (position) => waiting[position - ended]?.file ?? null,
    receive(delivery) {
      results.put({ items: named(delivery), weight: delivery.weight });
      if (waiting.length > 0) return false;
      results.end();
      return true;
    },
    stop(position, record) {
      const at = position - ended;
      const task = waiting[at];
      if (!task) return;
      // One that could not be read would hold up the reading again, also where it was given out already.
      const others = (task.stopped ?? []).filter(
        ({ index, step }) => index !== record.index && (step === 'reading' || index >= task.skip),
      );
      waiting[at] = { ...task, stopped: [...others, record] };
    },
    order() {
      ended = 0;
      return { tasks: [...waiting] };
    },
  };
}
