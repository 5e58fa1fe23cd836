import { draftArticle } from '../../../core/draft/draft-from-record';
import type { Preview, RecordPlace } from '../../../shared/inspection-api';
import { parseLine } from '../../../shared/parse-line';
import { InputFault } from '../import/input/input-fault';
import { profileNamed } from '../import/input/parse-file';
import { UNWATCHED, type ParseSettings } from '../import/input/parse-task';
import type { InputFile } from '../import/input/parsed-record';
import { openInput, type OpenInput } from '../import/input/read-input';
import { readRecords } from '../import/input/read-records';
import { dumpPathOf, type RecordInFile } from '../import/input/record-place';
import { listDump } from './list-dump';

/** A browser shows no more of one record at ease. */
const LONGEST_TEXT = 200_000;

/** One record of a dump with the article that comes of it; null where it is not there. */
export async function previewRecord(
  paths: readonly string[],
  place: RecordPlace,
  settings: ParseSettings,
): Promise<Preview | null> {
  const file = listDump(paths).files[place.file];
  const record = file && (await recordOf(file, place.record, settings));
  if (!file || !record) return null;
  const path = dumpPathOf(file, record);
  const draft = draftArticle(record, {
    profiles: settings.profiles,
    profile: settings.profile ?? undefined,
    path,
    gazetteer: settings.gazetteer,
  });
  const shown = { ...record, index: record.indexInMember };
  return {
    text: record.text.slice(0, LONGEST_TEXT),
    isCut: record.text.length > LONGEST_TEXT,
    line: parseLine(path, shown, draft),
    profile: profileNamed(draft.profile, settings),
  };
}

async function recordOf(
  file: InputFile,
  index: number,
  settings: ParseSettings,
): Promise<RecordInFile | null> {
  let input: OpenInput | null = null;
  try {
    input = openInput(file.absolute);
    for await (const record of readRecords(input, { file, skip: 0 }, settings, UNWATCHED)) {
      if (record.index === index) return record;
    }
    return null;
  } catch (error) {
    if (error instanceof InputFault) return null;
    throw error;
  } finally {
    input?.close();
  }
}
