import type { FileWindow, Units } from '../slices/file-window';
import { DEEPEST } from './json-tree';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const COMMA = 0x2c;

/** Finds where the values of a list, or values that follow each other, begin and end, in the units of a file. */
export interface ElementScan {
  /** Begins to look for a value. */
  start(from: number): void;
  /**
   * Position behind the value, or behind the list's end; null where it is not at hand, or not before `until`. At the
   * file's end all that is left is a value.
   */
  end(window: FileWindow, until: number): number | null;
  /** Where the value begins; only white space and commas stand before it. */
  readonly first: number;
  readonly at: number;
  /** What was found is the end of the list. */
  readonly listEnded: boolean;
}

/**
 * Brackets are matched and strings passed over; nothing else is looked at. Damage stays in the value that has it where
 * that can be: a line end closes a string (none may stand in one), and a closing bracket closes what was left open in it.
 */
export function elementScan(inList: boolean): ElementScan {
  let at = 0;
  let first = -1;
  let listEnded = false;
  let inString = false;
  let scalar = false;
  let open: number[] = [];
  let deeper = 0;

  /** The value ends before or behind this closing bracket; null where it goes on. */
  function close(unit: number, here: number): number | null {
    if (deeper > 0) {
      deeper -= 1;
      return null;
    }
    const wanted = unit === CLOSE_OBJECT ? OPEN_OBJECT : OPEN_LIST;
    const match = open.lastIndexOf(wanted);
    if (match >= 0) {
      open.length = match;
      return match === 0 ? here + 1 : null;
    }
    return inList && unit === CLOSE_LIST ? here : null;
  }

  function inside(unit: number, here: number): number | null {
    switch (unit) {
      case QUOTE:
        inString = true;
        return null;
      case OPEN_OBJECT:
      case OPEN_LIST:
        if (open.length > DEEPEST) deeper += 1;
        else open.push(unit);
        return null;
      case CLOSE_OBJECT:
      case CLOSE_LIST:
        return close(unit, here);
      default:
        return null;
    }
  }

  /** Begins the value at this unit; true where it is the end of the list instead. */
  function begin(unit: number, position: number): boolean {
    first = position;
    listEnded = inList && unit === CLOSE_LIST;
    if (unit === OPEN_OBJECT || unit === OPEN_LIST) open.push(unit);
    else {
      scalar = true;
      inString = unit === QUOTE;
    }
    return listEnded;
  }

  function end({ units, base, end: windowEnd, complete }: FileWindow, until: number): number | null {
    const last = Math.min(windowEnd, until) - base;
    for (let here = at - base; here < last; here += 1) {
      const unit = units[here] ?? 0;
      if (inString) {
        here = stringEnd(units, here, last);
        if (here >= last) {
          at = base + here;
          break;
        }
        inString = false;
        if (scalar) return base + here + 1;
      } else if (first < 0) {
        if (unit === COMMA || isSpace(unit)) continue;
        if (begin(unit, base + here)) return base + here + 1;
      } else if (scalar) {
        if (unit === COMMA || isSpace(unit) || unit === CLOSE_LIST || unit === CLOSE_OBJECT)
          return base + here;
      } else {
        const behind = inside(unit, here);
        if (behind !== null) return base + behind;
      }
    }
    at = Math.max(at, base + last);
    return complete && windowEnd <= until ? windowEnd : null;
  }

  return {
    start(from) {
      [at, first, listEnded, inString, scalar, open, deeper] = [from, -1, false, false, false, [], 0];
    },
    end,
    get first() {
      return first < 0 ? at : first;
    },
    get at() {
      return at;
    },
    get listEnded() {
      return listEnded;
    },
  };
}

/** Index of the quote or line end that closes the string; it may be `last` or one more behind an escape. */
function stringEnd(units: Units, from: number, last: number): number {
  let here = from;
  while (here < last) {
    const unit = units[here] ?? 0;
    if (unit === QUOTE || unit === 0x0a || unit === 0x0d) return here;
    here += unit === BACKSLASH ? 2 : 1;
  }
  return here;
}

export function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}
