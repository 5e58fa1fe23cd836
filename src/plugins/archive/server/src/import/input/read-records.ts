import { readerFor, type Reader } from '../../../../core/readers';
import type { ByteOffset, SourceRecord } from '../../../../core/source-record';
import type { ParseSettings, ParseTask, Watch } from './parse-task';
import type { OpenInput } from './read-input';
import { readerOptions } from './reader-options';
import { issueAbout, refusedRecord, stoppedRecord } from './refuse-record';

/** The records of an open file, decoded. @throws InputFault when it cannot be read on. */
export function readRecords(
  input: OpenInput,
  task: ParseTask,
  settings: ParseSettings,
  watch: Watch,
): AsyncGenerator<SourceRecord> {
  const { file } = task;
  watch.rest();
  const head = input.next() ?? new Uint8Array(0);
  const reader = readerFor(head, file.dumpPath, readerOptions(settings));
  if (reader) return recordsOf(reader, { head, input, task, settings, watch });
  return only(refusedRecord(file, 0, [issueAbout('format-unknown', file.dumpPath)]));
}

async function* only(record: SourceRecord): AsyncGenerator<SourceRecord> {
  yield record;
}

interface Reading {
  readonly head: Uint8Array;
  readonly input: OpenInput;
  readonly task: ParseTask;
  readonly settings: ParseSettings;
  readonly watch: Watch;
}

async function* recordsOf(reader: Reader, reading: Reading): AsyncGenerator<SourceRecord> {
  const { file, stopped = [] } = reading.task;
  const { settings, watch } = reading;
  let index = 0;
  let end = 0 as ByteOffset;
  const options = readerOptions(settings);
  const records = reader
    .records(
      chunksOf(reading, () => index),
      options,
    )
    [Symbol.asyncIterator]();
  try {
    for (; ; index += 1) {
      const here = stopped.find((one) => one.index === index);
      if (here?.step === 'reading') {
        // What follows cannot be reached without reading this record, which therefore stands for it.
        yield stoppedRecord({ ...refusedRecord(file, index, []), format: reader.name, start: end }, here);
        return;
      }
      watch.step(index, 'reading');
      const next = await records.next();
      if (next.done) return;
      end = next.value.end;
      yield here ? stoppedRecord(next.value, here) : next.value;
    }
  } finally {
    await records.return?.();
  }
}

async function* chunksOf({ head, input, watch }: Reading, index: () => number): AsyncGenerator<Uint8Array> {
  let chunk: Uint8Array | null = head;
  while (chunk !== null) {
    watch.step(index(), 'reading');
    if (chunk.length > 0) yield chunk;
    watch.rest();
    chunk = input.next();
  }
  watch.step(index(), 'reading');
}
