import type { GroupInWork } from './group-in-work';
import type { Stopped } from './parse-task';
import { startWorker, type RunningWorker, type WorkerEnd, type WorkerOptions } from './running-worker';
import type { Activity } from './worker-cells';
import type { Delivery } from './worker-messages';

/** One worker at a time, with the groups that it does in their order; a worker that ended is replaced. */
export interface Lane {
  give(group: GroupInWork): void;
  /** Items of one of its groups were taken, so that the worker may go on. */
  taken(weight: number): void;
  /** Files and bytes that it has still to do. */
  load(): { readonly files: number; readonly bytes: number };
  fail(reason: unknown): void;
  close(): Promise<void>;
}

/** A lane without a worker; the first group starts one. */
export function createLane(options: WorkerOptions): Lane {
  const queue: GroupInWork[] = [];
  let worker: RunningWorker | null = null;
  let heldWeight = 0;
  let failure: { readonly reason: unknown } | null = null;
  let shortOfMemory: string | null = null;

  const fail = (reason: unknown) => {
    failure ??= { reason };
    for (const group of queue.splice(0)) group.results.fail(reason);
  };

  const onDelivery = (delivery: Delivery) => {
    heldWeight += delivery.weight;
    if (queue[0]?.receive(delivery) === true) queue.shift();
  };

  const onEnd = (end: WorkerEnd) => {
    worker = null;
    const group = queue[0];
    if (end.why === 'fault') fail(explained(end.reason, group, end.at));
    else if (end.why === 'too-slow')
      group?.stop(end.at.file, stopped(end.at, 'parse-timeout', limitOf(options)));
    else if (end.why === 'out-of-memory') {
      // What came before may have filled the memory: only a record that does so twice is to blame.
      const record = `${group?.file(end.at.file)?.absolute ?? ''}#${end.at.record}`;
      if (shortOfMemory === record) {
        group?.stop(end.at.file, stopped(end.at, 'parse-memory', `${options.memoryMegabytes} MB`));
      }
      shortOfMemory = record;
    }
    if (queue.length > 0) start();
  };

  const start = () => {
    worker = startWorker(options, heldWeight, { delivery: onDelivery, end: onEnd });
    for (const group of queue) worker.order(group.order());
  };

  return {
    give(group) {
      if (failure) {
        group.results.fail(failure.reason);
        return;
      }
      queue.push(group);
      if (worker) worker.order(group.order());
      else start();
    },
    taken(weight) {
      heldWeight -= weight;
      worker?.taken(weight);
    },
    load: () => ({
      files: queue.reduce((sum, group) => sum + group.files(), 0),
      bytes: queue.reduce((sum, group) => sum + group.bytes(), 0),
    }),
    fail,
    async close() {
      fail(new Error('Parsing was ended.'));
      await worker?.close();
    },
  };
}

function stopped({ record, part, step }: Activity, code: Stopped['code'], found: string): Stopped {
  return { index: record, part, step: step ?? 'reading', code, found };
}

function limitOf({ recordTimeoutMs }: WorkerOptions): string {
  return `${recordTimeoutMs / 1000} s`;
}

/** A bug in the parser must not pass for bad input: it ends the job and says where it came up. */
function explained(reason: unknown, group: GroupInWork | undefined, at: Activity): Error {
  const file = group?.file(at.file)?.shown;
  const message = reason instanceof Error ? reason.message : String(reason);
  const place = file === undefined || at.step === null ? '' : ` of ${file}, record ${at.record},`;
  return new Error(`Parsing${place} failed: ${message}`, { cause: reason });
}
