import type { ColumnSample, ColumnValue } from '../columns/column-values';
import { placedAt, type PlacedText } from '../../text/placed-text';
import { placedString } from './json-string';
import type { JsonNode } from './json-tree';

/** A leaf of an object, with the path to it. */
export interface JsonLeaf extends ColumnValue {
  readonly path: readonly string[];
}

/** An object of more values than this is a database, not an article. */
const MOST_LEAVES = 5000;
const DEEPEST_LEAF = 12;

/** All strings, numbers and truths of a value in the order of the text; `null` is none. */
export function leavesOf(text: string, root: JsonNode): JsonLeaf[] {
  const leaves: JsonLeaf[] = [];
  gather(text, root, [], leaves);
  return leaves;
}

function gather(text: string, node: JsonNode, path: readonly string[], leaves: JsonLeaf[]): void {
  if (leaves.length >= MOST_LEAVES || path.length > DEEPEST_LEAF) return;
  if (node.kind === 'object') {
    for (const { name, value } of node.members) gather(text, value, [...path, name], leaves);
  } else if (node.kind === 'array') {
    node.items.forEach((item, index) => {
      gather(text, item, [...path, String(index)], leaves);
    });
  } else if (node.kind !== 'null') {
    const end = node.kind === 'string' ? node.end - 1 : node.end;
    leaves.push({ path, column: path.join('.'), placed: placedScalar(text, node), end });
  }
}

/** Numbers stay as they are written: `1e21` and `9007199254740993` are IDs as good as any. */
export function placedScalar(text: string, node: JsonNode): PlacedText {
  if (node.kind === 'string') return placedString(text, node);
  return placedAt(text.slice(node.start, node.end), node.start);
}

/** What the leaves of the first records tell of each path; `images.0.src` and `images.1.src` are one. */
export function samplesOf(records: readonly (readonly JsonLeaf[])[]): ColumnSample[] {
  const samples = new Map<string, { path: readonly string[]; values: string[] }>();
  for (const leaves of records) {
    for (const { path, placed } of leaves) {
      const column = listPath(path).join('.');
      const value = placed.text.trim();
      if (value === '') continue;
      const sample = samples.get(column);
      if (sample === undefined) samples.set(column, { path: listPath(path), values: [value] });
      else sample.values.push(value);
    }
  }
  return [...samples].map(([column, sample]) => ({ column, ...sample, records: records.length }));
}

/** A path without the numbers of list items. */
export function listPath(path: readonly string[]): readonly string[] {
  return path.some(isNumber) ? path.filter((step) => !isNumber(step)) : path;
}

function isNumber(step: string): boolean {
  return /^\d+$/.test(step);
}
