import { paceFrom, secondsLeft, type Mark, type Pace, type Speed } from '../core/pace';
import { bytesReached, wayOf, type Job, type Progress } from '../server/src/import/job/job-row';

/** Shows how far a job is: one line that is written over on a terminal, a line now and then elsewhere. */
export interface ProgressReporter {
  update(job: Job, progress: Progress): void;
  /** Prints a line without leaving half a progress line behind. */
  remark(line: string): void;
  end(): void;
}

interface Stream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const SECONDS_A_LINE = 10;
const ERASE_LINE = '\r\u001b[K';

export function progressReporter(
  stream: Stream,
  clock: () => number = () => performance.now(),
): ProgressReporter {
  const started = clock();
  let pace: Pace | null = null;
  let shownAt = -Infinity;
  let open = false;

  return {
    update(job, progress) {
      pace ??= paceFrom(markAt(started, job));
      const at = clock();
      const seconds = (at - started) / 1000;
      const line = progressLine(job, progress, pace.note(markAt(at, progress)));
      if (stream.isTTY === true) {
        stream.write(`${ERASE_LINE}${line}`);
        open = true;
      } else if (seconds - shownAt >= SECONDS_A_LINE) {
        stream.write(`${line}\n`);
        shownAt = seconds;
      }
    },
    remark(line) {
      stream.write(open ? `${ERASE_LINE}${line}\n` : `${line}\n`);
      open = false;
    },
    end() {
      if (open) stream.write('\n');
      open = false;
    },
  };
}

function markAt(at: number, progress: Progress): Mark {
  return { at, records: progress.recordsRead, bytes: bytesReached(progress) };
}

/** `12,500 records, 41 %, 2,310 a second, 0:38 left`. The speed is that of this run's last seconds. */
export function progressLine(job: Job, now: Progress, speed: Speed | null): string {
  const way = wayOf(job, now);
  const parts = [`${now.recordsRead.toLocaleString('en')} records`];
  if (job.bytesTotal > 0) parts.push(`${Math.floor((100 * way.bytes) / job.bytesTotal)} %`);
  if (speed) parts.push(`${Math.round(speed.records).toLocaleString('en')} a second`);
  const left = secondsLeft(way, speed);
  if (left !== null) parts.push(`${clockTime(left)} left`);
  return parts.join(', ');
}

/** Seconds as `1:02:03` or `2:03`. */
export function clockTime(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const two = (part: number) => String(part).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
