import type { Activity } from './worker-cells';

const LONGEST_PAUSE_MS = 200;
const SHORTEST_PAUSE_MS = 5;

/**
 * Looks at a worker a few times a second and calls `onSlow` once when it has been at one step of one record for the
 * limit. Time in which this thread itself stood still (a long write, a suspended process) is not held against a
 * record: it may be stopped late, never early. Returns the way to end the watch.
 */
export function watchForSlowRecord(
  activity: () => Activity,
  limitMs: number,
  onSlow: (at: Activity) => void,
): () => void {
  const pause = Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, limitMs / 4));
  let seen: Activity | null = null;
  let spent = 0;
  let lastLook = performance.now();

  const timer = setInterval(() => {
    const at = activity();
    const now = performance.now();
    const passed = Math.min(now - lastLook, 2 * pause);
    lastLook = now;
    spent = at.step !== null && at.changes === seen?.changes ? spent + passed : 0;
    seen = at;
    if (spent < limitMs) return;
    clearInterval(timer);
    onSlow(at);
  }, pause);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
