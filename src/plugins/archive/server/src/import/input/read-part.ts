import { readerFor, type Reader } from '../../../../core/readers';
import type { ByteOffset, SourceRecord } from '../../../../core/source-record';
import type { Trouble } from './containers/byte-source';
import type { Leaf, Refused } from './containers/containers';
import type { ParseSettings, ParseTask, Watch } from './parse-task';
import type { InputFile } from './parsed-record';
import { companionFiles } from './companion-files';
import { readerOptions } from './reader-options';
import type { RecordInFile } from './record-place';
import { issueAbout, refusedRecord, stoppedRecord } from './refuse-record';

/** What is read, and how. */
export interface Reading {
  readonly task: ParseTask;
  readonly settings: ParseSettings;
  readonly watch: Watch;
}

/** Which file of a container (0 for a plain file), and how far the reading of it has come. */
interface Progress {
  readonly part: number;
  /** Number within the file of the next record. */
  index: number;
  /** Bytes of the part that were given to a reader. */
  given: number;
  /** Where the last record ends. */
  end: number;
  /** A record has told of the damage. */
  told: boolean;
}

/**
 * The records of a plain file, or of one file in a container: of that with the number `part`. Its first record is
 * number `from` of the whole file.
 */
export async function* readPart(
  leaf: Leaf,
  { part, from }: { readonly part: number; readonly from: number },
  reading: Reading,
): AsyncGenerator<RecordInFile> {
  const { head, path, member, source } = leaf;
  const { file, stopped } = reading.task;
  const here = stopped?.find((one) => one.index === from && one.part === part && one.step === 'reading');
  if (here !== undefined) {
    // Recognising the format may be what did not end, so it is not tried again.
    yield stoppedRecord({ ...refusedRecord(file, from, []), member, indexInMember: 0 }, here);
    return;
  }
  reading.watch.step(from, 'reading', part);
  const reader = readerFor(head, path, readerOptions(reading.settings));
  if (reader === null) {
    const record = refusedRecord(file, from, [issueAbout('format-unknown', path)]);
    yield { ...record, member, indexInMember: 0 };
    return;
  }
  const progress: Progress = { part, index: from, given: 0, end: 0, told: false };
  for (;;) {
    const before = progress.given;
    progress.told = false;
    if (yield* readStretch(reader, leaf, from, reading, progress)) return;
    const damage = source.damage();
    if (damage === null) return;
    if (!progress.told && progress.given > before) {
      const record = refuse({ member, trouble: damage }, progress.index, file);
      yield { ...record, indexInMember: progress.index - from, format: reader.name, ...spanAt(progress) };
      progress.index += 1;
    }
    if (reader.restartable !== true || !(await source.resume?.())) return;
  }
}

/** A record that stands for what cannot be read of a container. */
export function refuse({ member, trouble }: Refused, index: number, file: InputFile): RecordInFile {
  const record = refusedRecord(file, index, [issueAbout(trouble.code, trouble.found)]);
  const refused = trouble.code === 'member-not-file' ? 'rejected' : 'quarantined';
  return { ...record, refused, member, indexInMember: 0 };
}

/** Reads to the end, or to where the bytes are damaged. Returns whether the reading had to be given up. */
async function* readStretch(
  reader: Reader,
  leaf: Leaf,
  from: number,
  reading: Reading,
  progress: Progress,
): AsyncGenerator<RecordInFile, boolean> {
  const { member, source } = leaf;
  const { task, watch } = reading;
  const offset = progress.given;
  const placed = (record: SourceRecord): RecordInFile => ({
    ...record,
    index: progress.index,
    start: (record.start + offset) as ByteOffset,
    end: (record.end + offset) as ByteOffset,
    member,
    indexInMember: progress.index - from,
  });
  const chunks = chunksOf(leaf, reading, progress);
  // What lies beside a file inside an archive cannot be read without unpacking it.
  const beside =
    member === null ? { companions: companionFiles(task.file, reading.settings.maxRecordBytes) } : {};
  const options = { ...readerOptions(reading.settings), ...beside };
  const records = reader.records(chunks, options)[Symbol.asyncIterator]();
  try {
    for (; ; progress.index += 1) {
      const here = task.stopped?.find(({ index }) => index === progress.index);
      if (here?.step === 'reading' && here.part === progress.part) {
        // What follows cannot be reached without reading this record, which therefore stands for it.
        const rest = { ...refusedRecord(task.file, 0, []), format: reader.name, start: 0 as ByteOffset };
        const span = member === null ? { start: progress.end as ByteOffset } : spanAt(progress);
        yield stoppedRecord({ ...placed(rest), ...span }, here);
        progress.index += 1;
        return true;
      }
      watch.step(progress.index, 'reading', progress.part);
      const next = await records.next();
      if (next.done) return false;
      const record = suspected(placed(next.value), source.damage());
      progress.told ||= source.damage() !== null;
      progress.end = record.end;
      yield here?.step === 'understanding' ? stoppedRecord(record, here) : record;
    }
  } finally {
    await records.return?.();
  }
}

/** A record that came after its bytes had ended too early may be a half one: a person must look at it. */
function suspected(record: RecordInFile, damage: Trouble | null): RecordInFile {
  if (damage === null) return record;
  const issues = [issueAbout(damage.code, damage.found), ...record.issues];
  return { ...record, issues, refused: record.refused ?? 'quarantined' };
}

function spanAt({ end }: Progress) {
  return { start: end as ByteOffset, end: end as ByteOffset };
}

async function* chunksOf(
  { source }: Leaf,
  { watch }: Reading,
  progress: Progress,
): AsyncGenerator<Uint8Array> {
  for (;;) {
    watch.rest();
    const chunk = await source.next();
    watch.step(progress.index, 'reading', progress.part);
    if (chunk === null) return;
    progress.given += chunk.length;
    if (chunk.length > 0) yield chunk;
  }
}
