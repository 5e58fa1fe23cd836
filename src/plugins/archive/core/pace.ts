/** How fast a job goes, a second. */
export interface Speed {
  readonly records: number;
  readonly bytes: number;
}

/** How far it was at a moment, in milliseconds of any clock. */
export interface Mark {
  readonly at: number;
  readonly records: number;
  readonly bytes: number;
}

/** Tells the speed of one run over its last seconds, so that pauses and earlier runs do not count. */
export interface Pace {
  /** Notes how far the run is, and returns its speed; null until there is something to go by. */
  note(mark: Mark): Speed | null;
}

/** Marks so close together are one, so that memory does not depend on how often one is noted. */
const CLOSEST = 100;

/** Begins where the run begins. `window` is how far back the speed looks, in milliseconds. */
export function paceFrom(begin: Mark, window = 10_000): Pace {
  let marks: readonly Mark[] = [begin];
  return {
    note(mark) {
      const last = marks.at(-1);
      const isClose = marks.length > 1 && last !== undefined && mark.at - last.at < CLOSEST;
      const kept = isClose ? marks.slice(0, -1) : marks;
      // One older than the window stays: the speed is over the whole of it.
      const from = kept.findLastIndex((one) => mark.at - one.at >= window);
      marks = [...kept.slice(Math.max(0, from)), mark];
      return speedBetween(marks[0], mark);
    },
  };
}

function speedBetween(first: Mark | undefined, last: Mark): Speed | null {
  const seconds = first ? (last.at - first.at) / 1000 : 0;
  if (!first || seconds <= 0) return null;
  return { records: (last.records - first.records) / seconds, bytes: (last.bytes - first.bytes) / seconds };
}

export interface Way {
  readonly records: number;
  /** Records after which it stops; null where it reads everything. */
  readonly recordLimit: number | null;
  readonly bytes: number;
  /** 0 where it is not known. */
  readonly bytesTotal: number;
}

/** Seconds that are left at a speed, from the bytes to go, or from the records where those are limited. */
export function secondsLeft(way: Way, speed: Speed | null): number | null {
  if (!speed) return null;
  const times: number[] = [];
  if (way.bytesTotal > 0 && speed.bytes > 0) times.push((way.bytesTotal - way.bytes) / speed.bytes);
  if (way.recordLimit !== null && speed.records > 0) {
    times.push((way.recordLimit - way.records) / speed.records);
  }
  return times.length === 0 ? null : Math.max(0, Math.min(...times));
}

/** Records of the whole, from how many the bytes so far held; null where nothing tells. */
export function recordsExpected({ records, recordLimit, bytes, bytesTotal }: Way): number | null {
  const byBytes = bytes > 0 && bytesTotal > 0 ? Math.round((records * bytesTotal) / bytes) : null;
  const expected = byBytes === null ? null : Math.max(records, byBytes);
  if (recordLimit === null) return expected;
  return Math.min(recordLimit, expected ?? recordLimit);
}
