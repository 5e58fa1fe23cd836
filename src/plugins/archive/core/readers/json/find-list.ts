import { meaningsOfPath } from '../columns/column-names';
import type { ColumnField } from '../../profiles/profile';
import { textWindow } from '../slices/text-window';
import type { FileWindow } from '../slices/file-window';
import { elementScan, isSpace } from './element-scan';
import type { JsonNode } from './json-tree';
import { leavesOf } from './json-values';
import { parseJson } from './parse-json';

/** Where the articles of a JSON file are: a list, told by how many lists open before it, or the file's own values. */
export interface ListPlace {
  /** Null: the values of the file themselves are the articles. */
  readonly ordinal: number | null;
  /** How much the first value looks like an article, 0 to 1. */
  readonly likeness: number;
  readonly first: JsonNode | null;
  /** Text that `first` is placed in. */
  readonly text: string;
}

/** How much a value looks like an article, 0 to 1. */
export type Likeness = (text: string, node: JsonNode) => number;

const MOST_LISTS = 200;
/** A list of objects that have less of an article is not what the file is for. */
const LEAST_LIKENESS = 0.4;

/** Finds the list of articles by the head of a file: the list itself, or an object that somewhere holds it. */
export function findList(head: string, likeness: Likeness = likenessOf): ListPlace {
  const opening = head.search(/[^\s\uFEFF]/);
  const window = textWindow(head);
  const own = judged(head, window, Math.max(0, opening), false, likeness);
  if (head[opening] === '[') return { ...judged(head, window, opening + 1, true, likeness), ordinal: 0 };
  // An article may hold lists of pictures and comments; a wrapper has no text of its own.
  if (head[opening] !== '{' || own.likeness >= LEAST_LIKENESS) return { ...own, ordinal: null };
  let best: ListPlace = { ...own, ordinal: null };
  const lists = listsIn(window);
  for (let ordinal = 0; ordinal < lists.length; ordinal += 1) {
    const place = { ...judged(head, window, lists[ordinal] ?? 0, true, likeness), ordinal };
    if (place.likeness >= LEAST_LIKENESS && place.likeness > best.likeness) best = place;
  }
  return best;
}

function judged(
  head: string,
  window: FileWindow,
  from: number,
  inList: boolean,
  likeness: Likeness,
): Omit<ListPlace, 'ordinal'> {
  const scan = elementScan(inList);
  scan.start(from);
  const end = scan.end(window, Infinity) ?? head.length;
  const text = head.slice(scan.first, end);
  const { root } = scan.listEnded ? { root: null } : parseJson(text);
  return { text, first: root, likeness: root === null ? 0 : likeness(text, root) };
}

const WEIGHTS: Readonly<Partial<Record<ColumnField, number>>> = {
  title: 0.4,
  body: 0.4,
  date: 0.1,
  legacyId: 0.05,
  byline: 0.05,
};

/** What the names of an object's own properties and of its children's promise. */
function likenessOf(text: string, node: JsonNode): number {
  if (node.kind !== 'object') return 0;
  const fields = new Set<ColumnField>();
  for (const { path } of leavesOf(text, node)) {
    const steps = path.filter((step) => !/^\d+$/.test(step));
    if (steps.length > 2 || steps.length < path.length) continue;
    for (const { field } of meaningsOfPath(path)) fields.add(field);
  }
  return [...fields].reduce((sum, field) => sum + (WEIGHTS[field] ?? 0), 0);
}

/** Positions behind the opening brackets of all lists, in order. */
function listsIn(window: FileWindow): number[] {
  const positions: number[] = [];
  for (
    let at = nextList(window, 0);
    at !== null && positions.length < MOST_LISTS;
    at = nextList(window, at)
  ) {
    positions.push(at);
  }
  return positions;
}

/** Position behind the next `[` from `from` on that is not in a string; `from` is not in one either. */
export function nextList({ units, base, end }: FileWindow, from: number): number | null {
  let inString = false;
  for (let at = from - base; at < end - base; at += 1) {
    const unit = units[at];
    if (inString) {
      if (unit === 0x5c) at += 1;
      else if (unit === 0x22) inString = false;
    } else if (unit === 0x22) inString = true;
    else if (unit === 0x5b) return base + at + 1;
  }
  return null;
}

/** Position of the first unit that is not white space. */
export function firstSign({ units, base, end }: FileWindow): number {
  let at = 0;
  while (at < end - base && isSpace(units[at] ?? 0)) at += 1;
  return base + at;
}
