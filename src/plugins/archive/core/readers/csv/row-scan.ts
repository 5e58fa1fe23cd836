import type { FileWindow } from '../slices/file-window';
import type { Dialect } from './dialect';

const LF = 0x0a;
const CR = 0x0d;
const BACKSLASH = 0x5c;

/** Finds where rows end, in the units of a file, line breaks inside quotes passed over. */
export interface RowScan {
  /** Begins a row. */
  start(from: number): void;
  /**
   * Position behind the row's line end, or behind the last unit at the file's end; null where more must be read, or
   * where a quote stays open for longer than `longestQuote`.
   */
  end(window: FileWindow, longestQuote: number): number | null;
  /** Whether the row so far ends inside quotes. */
  readonly insideQuotes: boolean;
  /** Whether it was given up inside quotes. */
  readonly gaveUp: boolean;
  /** Position up to which the row was looked at. */
  readonly at: number;
}

/** The dialect's rows. A quote closes where a delimiter or a line end follows, so that stray quotes inside are text. */
export function rowScan(dialect: Dialect): RowScan {
  const delimiter = dialect.delimiter.charCodeAt(0);
  const quote = dialect.quote.charCodeAt(0);
  const slashed = dialect.escape === '\\';
  const { loneReturn } = dialect;
  let at = 0;
  let openedAt = 0;
  let quoted = false;
  let gaveUp = false;
  let cellStart = true;

  /** Moves to the end of the quotes; null where they do not end in what is at hand. */
  function passQuotes(
    { units, complete }: FileWindow,
    from: number,
    last: number,
    stop: number,
  ): number | null {
    let here = from;
    for (; here < last; here += 1) {
      if (here >= stop) {
        gaveUp = true;
        break;
      }
      const unit = units[here] ?? 0;
      if (slashed && unit === BACKSLASH) here += 1;
      if (unit !== quote) continue;
      if (here + 1 >= last && !complete) break;
      const next = here + 1 < last ? (units[here + 1] ?? 0) : LF;
      if (next === quote && !slashed) here += 1;
      else if (next === delimiter || next === LF || next === CR) return here + 1;
    }
    at = here;
    return null;
  }

  function end(window: FileWindow, longestQuote: number): number | null {
    const { units, base, complete } = window;
    const last = window.end - base;
    let here = at - base;
    for (;;) {
      if (quoted) {
        const behind = passQuotes(window, here, last, openedAt - base + longestQuote);
        if (behind === null) {
          at += base;
          return null;
        }
        quoted = false;
        here = behind;
      }
      if (here >= last) break;
      const unit = units[here] ?? 0;
      if (unit === LF) return base + here + 1;
      if (unit === CR) {
        if (here + 1 >= last && !complete) break;
        if (here + 1 < last && units[here + 1] === LF) return base + here + 2;
        if (loneReturn) return base + here + 1;
      }
      if (unit === quote && cellStart) {
        quoted = true;
        openedAt = base + here;
      }
      cellStart = unit === delimiter;
      here += 1;
    }
    at = base + here;
    return complete ? base + last : null;
  }

  return {
    start(from) {
      [at, quoted, gaveUp, cellStart] = [from, false, false, true];
    },
    end,
    get insideQuotes() {
      return quoted;
    },
    get gaveUp() {
      return gaveUp;
    },
    get at() {
      return at;
    },
  };
}
