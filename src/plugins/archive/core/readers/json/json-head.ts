import type { ColumnSample } from '../columns/column-values';
import { textWindow } from '../slices/text-window';
import { elementScan } from './element-scan';
import { findList, firstSign, nextList } from './find-list';
import { leavesOf, samplesOf, type JsonLeaf } from './json-values';
import { parseJson } from './parse-json';

const MOST_RECORDS = 300;

/** What the first values of a file tell of its properties. */
export function samplesOfHead(head: string): ColumnSample[] {
  const { ordinal } = findList(head);
  const window = textWindow(head);
  let start = firstSign(window);
  for (let list = 0; ordinal !== null && list <= ordinal; list += 1) start = nextList(window, start) ?? start;
  const scan = elementScan(ordinal !== null);
  const records: JsonLeaf[][] = [];
  while (start < head.length && records.length < MOST_RECORDS) {
    scan.start(start);
    const to = scan.end(window, Infinity) ?? head.length;
    if (scan.listEnded || to <= scan.first) break;
    const text = head.slice(scan.first, to);
    const { root } = parseJson(text);
    if (root !== null) records.push(leavesOf(text, root));
    start = to;
  }
  return samplesOf(records);
}
