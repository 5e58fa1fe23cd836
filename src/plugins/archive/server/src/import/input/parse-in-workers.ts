import { groupInWork, type GroupInWork } from './group-in-work';
import { groupTasks } from './group-tasks';
import { createLane, type Lane } from './lane';
import type { ParseTask } from './parse-task';
import type { ParsedItem } from './parsed-record';
import type { WorkerOptions } from './running-worker';

/** A worker is given more while it has less than this to do: enough for while the main thread writes a batch. */
const FILES_AHEAD = 512;
const BYTES_AHEAD = 8 * 1024 * 1024;

interface Dispatched {
  readonly group: GroupInWork;
  readonly lane: Lane;
}

/**
 * Parses in worker threads and gives the items in the order of the tasks. However many tasks there are, only some
 * hundred for each worker are known at a time, and each worker stops while its window is full.
 */
export async function* parseInWorkers(
  tasks: Iterable<ParseTask> | AsyncIterable<ParseTask>,
  options: WorkerOptions & { readonly workers: number },
  signal: AbortSignal | undefined,
): AsyncGenerator<ParsedItem> {
  signal?.throwIfAborted();
  const lanes = Array.from({ length: options.workers }, () => createLane(options));
  const onAbort = () => {
    for (const lane of lanes) lane.fail(signal?.reason);
  };
  signal?.addEventListener('abort', onAbort);
  const dispatched = dispatch(groupTasks(tasks), lanes, options);
  try {
    for (let next = await dispatched.next(); next; next = await dispatched.next()) {
      const { group, lane } = next;
      for (let taken = await group.results.take(); taken; taken = await group.results.take()) {
        for (const item of taken.items) {
          signal?.throwIfAborted();
          yield item;
        }
        lane.taken(taken.weight);
        await dispatched.fill();
      }
    }
  } finally {
    signal?.removeEventListener('abort', onAbort);
    await Promise.all(lanes.map((lane) => lane.close()));
    await dispatched.close();
  }
}

/** Hands groups to the lanes with the least to do, and remembers their order. */
function dispatch(
  groups: AsyncGenerator<readonly ParseTask[]>,
  lanes: readonly Lane[],
  { settings }: WorkerOptions,
) {
  const order: Dispatched[] = [];
  let more = true;
  let failure: { readonly reason: unknown } | null = null;

  const nextGroup = async () => {
    try {
      return await groups.next();
    } catch (reason) {
      // Thrown when its turn comes, after the items of what was listed before.
      failure = { reason };
      return { done: true } as const;
    }
  };
  const fill = async () => {
    while (more) {
      const lane = idlest(lanes);
      const { files, bytes } = lane.load();
      if (files > 0 && (files >= FILES_AHEAD || bytes >= BYTES_AHEAD)) return;
      const next = await nextGroup();
      if (next.done) more = false;
      else {
        const group = groupInWork(next.value, settings);
        order.push({ group, lane });
        lane.give(group);
      }
    }
  };
  return {
    fill,
    async next(): Promise<Dispatched | undefined> {
      await fill();
      const next = order.shift();
      if (!next && failure) throw failure.reason;
      return next;
    },
    async close() {
      await groups.return(undefined);
    },
  };
}

function idlest(lanes: readonly Lane[]): Lane {
  const [first, ...others] = lanes;
  if (!first) throw new Error('There is no worker to parse in.');
  return others.reduce((best, lane) => (isIdler(lane, best) ? lane : best), first);
}

function isIdler(lane: Lane, than: Lane): boolean {
  const [one, other] = [lane.load(), than.load()];
  return one.bytes < other.bytes || (one.bytes === other.bytes && one.files < other.files);
}
