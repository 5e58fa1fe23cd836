import type { SourceRecord } from '../../../core/source-record';
import { InputFault } from '../import/input/input-fault';
import { UNWATCHED, type ParseSettings } from '../import/input/parse-task';
import type { InputFile } from '../import/input/parsed-record';
import { openInput } from '../import/input/read-input';
import { readRecords } from '../import/input/read-records';

/** Up to `most` of the values, evenly spread over the list. */
export function spread<Value>(values: readonly Value[], most: number): Value[] {
  if (values.length <= most) return [...values];
  return Array.from(
    { length: most },
    (_, index) => values[Math.floor((index * values.length) / most)],
  ).filter((value) => value !== undefined);
}

/**
 * Records of the files, up to `most` in all and as many from each file as its share is: of many files one each, of one
 * big file the first ones. Files that cannot be read are left out.
 */
export async function* sampleRecords(
  files: readonly InputFile[],
  settings: ParseSettings,
  most: number,
): AsyncGenerator<SourceRecord> {
  const chosen = spread(files, most);
  const share = Math.max(1, Math.floor(most / Math.max(1, chosen.length)));
  for (const file of chosen) yield* firstRecords(file, settings, share);
}

async function* firstRecords(
  file: InputFile,
  settings: ParseSettings,
  most: number,
): AsyncGenerator<SourceRecord> {
  let input;
  try {
    input = openInput(file.absolute);
    let read = 0;
    for await (const record of readRecords(input, { file, skip: 0 }, settings, UNWATCHED)) {
      yield record;
      read += 1;
      if (read >= most) return;
    }
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
  } finally {
    input?.close();
  }
}
