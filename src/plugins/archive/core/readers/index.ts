import type { Reader, ReaderOptions } from './reader';
import { csvReader } from './csv/csv-reader';
import { jsonReader } from './json/json-reader';
import { jsonlReader } from './jsonl/jsonl-reader';
import { ninjsReader } from './ninjs/ninjs-reader';
import { textReader } from './text/text-reader';

export type { Confidence, Reader, ReaderOptions } from './reader';

/** All readers. Where two are equally sure of a file, the earlier one reads it. */
export const READERS: readonly Reader[] = [ninjsReader, jsonlReader, jsonReader, csvReader, textReader];

/** The reader that is surest of a file, or null where none recognises it. */
export function readerFor(head: Uint8Array, path: string, options?: ReaderOptions): Reader | null {
  let best: Reader | null = null;
  let highest = 0;
  for (const reader of READERS) {
    const confidence = reader.recognises(head, path, options);
    if (confidence > highest) [best, highest] = [reader, confidence];
  }
  return best;
}
