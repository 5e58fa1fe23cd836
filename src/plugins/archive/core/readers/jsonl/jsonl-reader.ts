import type { SourceRecord } from '../../source-record';
import { planColumns } from '../columns/column-plan';
import { parseJson } from '../json/parse-json';
import { beginsLikeJson } from '../json/json-reader';
import { leavesOf, samplesOf } from '../json/json-values';
import { parseRecord, stateByColumns, type JsonRecord } from '../json/record-of-json';
import type { Confidence, Reader, ReaderOptions } from '../reader';
import { cutLines } from '../slices/cut-lines';
import { headAsText, isOpen, openTextFile, type TextFile } from '../slices/open-text-file';
import { recordOfSlice, tooLargeRecord } from '../slices/record-of-slice';
import type { ColumnSample } from '../columns/column-values';

const NAMED = /\.(?:jsonl|ndjson|jsonlines|jl|ldjson)$/i;

/** Reads JSON Lines: one object a line. */
export const jsonlReader: Reader = {
  name: 'jsonl',

  recognises(head: Uint8Array, path: string, options?: ReaderOptions): Confidence {
    const text = beginsLikeJson(head) ? headAsText(head, options?.encoding) : null;
    if (text === null) return 0;
    if (isJsonLines(text)) return 0.9;
    return NAMED.test(path) ? 0.85 : 0;
  },

  async *records(chunks: AsyncIterable<Uint8Array>, options: ReaderOptions): AsyncIterable<SourceRecord> {
    const file = await openTextFile(chunks, options, jsonlReader.name);
    if (!isOpen(file)) {
      yield file;
      return;
    }
    const plan = planColumns(samplesOfLines(file.headText), options);
    const state = stateByColumns(plan);
    for await (const line of jsonLines(file, options, jsonlReader.name)) yield state(line);
  },
};

/** The records of a file of lines, each parsed. A faulty line leaves its neighbours alone. */
export async function* jsonLines(
  file: TextFile,
  options: ReaderOptions,
  format: string,
): AsyncGenerator<JsonRecord> {
  const { window, decoder } = file;
  let index = 0;
  for await (const line of cutLines(window, options.maxRecordBytes)) {
    const place = { index, format };
    if (line.tooLarge) {
      const [start, end] = [window.byteAt(line.from), window.byteAt(line.to)];
      const record = tooLargeRecord({ ...place, start, end }, decoder.encoding);
      yield { record, parsed: { root: null, fault: { at: 0, from: 0, found: '' } } };
    } else yield parseRecord(recordOfSlice(file, line, place));
    index += 1;
  }
}

/** Two lines or more that begin like objects and of which the first is one. */
export function isJsonLines(head: string): boolean {
  const [first = '', second = ''] = linesOfHead(head, 2);
  return /^\s*\{/.test(second) && parseJson(first).root?.kind === 'object';
}

const MOST_LINES = 300;

function samplesOfLines(head: string): ColumnSample[] {
  const records = linesOfHead(head, MOST_LINES).flatMap((line) => {
    const { root } = parseJson(line);
    return root === null ? [] : [leavesOf(line, root)];
  });
  return samplesOf(records);
}

function linesOfHead(head: string, most: number): string[] {
  const lines: string[] = [];
  for (let from = 0; from < head.length && lines.length < most; ) {
    const end = head.indexOf('\n', from);
    const line = head.slice(from, end < 0 ? head.length : end);
    if (line.trim() !== '') lines.push(line);
    from = end < 0 ? head.length : end + 1;
  }
  return lines;
}
