import type { FileWindow, Units } from '../slices/file-window';
import { lookAhead } from '../slices/look-ahead';
import { elementScan, isSpace } from './element-scan';

/** Where a value lies in the window. */
export interface CutElement {
  readonly from: number;
  readonly to: number;
  /** It is larger than a record may be, and no longer in the window. */
  readonly tooLarge: boolean;
}

export interface ElementCutter {
  /** The next value, or null at the end of the list or file. */
  next(): Promise<CutElement | null>;
  /** After a value that is no JSON: ends it where the next one seems to begin, if that is inside of it. */
  shorten(element: CutElement, lookFrom: number): CutElement;
  /** Whether the list was closed. */
  readonly listEnded: boolean;
  /** Position behind what was read. */
  readonly position: number;
}

/** Longest name of a first member that values are known again by. */
const LONGEST_NAME = 200;

/** Cuts the values from `start` on: of a list (`inList`), or values that follow each other. */
export function elementCutter(
  window: FileWindow,
  start: number,
  inList: boolean,
  maxRecordBytes: number,
): ElementCutter {
  const most = Math.ceil(maxRecordBytes / window.unitBytes);
  const ahead = lookAhead(most);
  const scan = elementScan(inList);
  let position = start;
  let settled = start;
  /** How the first value begins, such as `"id"`; others probably begin so too. */
  let opening: Units | null = null;

  async function next(): Promise<CutElement | null> {
    // Only now is it known how much of the value before was good.
    ahead.took(position - settled);
    settled = position;
    const limit = ahead.limit();
    scan.start(position);
    let to = scan.end(window, position + limit);
    while (to === null && !window.complete && scan.at - scan.first < limit) {
      await window.more(scan.first);
      to = scan.end(window, scan.first + limit);
    }
    if (scan.listEnded || to === null || to - scan.first > most)
      return scan.listEnded ? ended(to) : skipped(to);
    const from = scan.first;
    if (to <= from) return ended(to);
    opening ??= openingOf(window, from);
    position = to;
    return { from, to, tooLarge: false };
  }

  function ended(to: number | null): null {
    position = to ?? window.end;
    return null;
  }

  /** A value beyond the limit ends where the next one seems to begin, or where its brackets close. */
  async function skipped(known: number | null): Promise<CutElement> {
    const from = scan.first;
    ahead.lost(Math.min(scan.at - from, most));
    const beginning = nextOpening(window, from + 1, opening);
    let to = beginning ?? known;
    const tooLarge = to === null || to - from > most;
    while (to === null) {
      if (window.complete) to = scan.end(window, Infinity) ?? window.end;
      else {
        await window.more(scan.at);
        to = scan.end(window, Infinity);
      }
    }
    position = Math.max(to, from + 1);
    return { from, to: position, tooLarge };
  }

  return {
    next,
    shorten(element, lookFrom) {
      const to = nextOpening(window, Math.max(element.from + 1, lookFrom), opening);
      if (to === null || to >= element.to) return element;
      ahead.lost(element.to - element.from);
      position = to;
      return { ...element, to: behindValue(window, element.from, to) };
    },
    get listEnded() {
      return scan.listEnded;
    },
    get position() {
      return position;
    },
  };
}

/** `{"id": 12, ...` -> `"id"`. */
function openingOf({ units, base, end }: FileWindow, from: number): Units | null {
  if (units[from - base] !== 0x7b) return null;
  let at = from - base + 1;
  while (at < end - base && isSpace(units[at] ?? 0)) at += 1;
  if (units[at] !== 0x22) return null;
  const close = units.indexOf(0x22, at + 1);
  return close < 0 || close - at > LONGEST_NAME || close >= end - base ? null : units.slice(at, close + 1);
}

/** Where an object begins that opens as the first one did and follows a comma, a closing bracket or a line end. */
function nextOpening(window: FileWindow, from: number, opening: Units | null): number | null {
  if (opening === null) return null;
  const { units, base, end } = window;
  const last = end - base;
  for (let at = units.indexOf(0x7b, from - base); at >= 0 && at < last; at = units.indexOf(0x7b, at + 1)) {
    let name = at + 1;
    while (name < last && isSpace(units[name] ?? 0)) name += 1;
    if (opening.every((unit, place) => units[name + place] === unit) && mayFollow(units, at))
      return base + at;
  }
  return null;
}

/** Without the comma and the white space that part a value from the next. */
function behindValue({ units, base }: FileWindow, from: number, to: number): number {
  let end = to;
  while (end > from + 1 && (isSpace(units[end - 1 - base] ?? 0) || units[end - 1 - base] === 0x2c)) end -= 1;
  return end;
}

function mayFollow(units: Units, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && (units[before] === 0x20 || units[before] === 0x09)) before -= 1;
  const unit = units[before];
  return unit === 0x2c || unit === 0x7d || unit === 0x0a || unit === 0x0d;
}
