import type { Inspection, SampledPlace } from '../../../shared/inspection-api';
import { parseFile } from '../import/input/parse-file';
import type { ParseSettings } from '../import/input/parse-task';
import { shownPathOf } from '../import/input/record-place';
import { spread } from '../profiles/sample-records';
import { listDump } from './list-dump';
import { sampleTally } from './sample-tally';

const MOST_SAMPLED = 60;
const MOST_NOTICES = 50;

/** What a dump is, from records evenly spread over its files; null where it has no file. */
export async function inspectDump(
  paths: readonly string[],
  settings: ParseSettings,
): Promise<Inspection | null> {
  const { files, notices, bytes, more } = listDump(paths);
  if (files.length === 0) return null;
  const numbered = files.map((file, number) => ({ file, number }));
  const chosen = spread(numbered, MOST_SAMPLED);
  const share = Math.max(1, Math.floor(MOST_SAMPLED / chosen.length));
  const tally = sampleTally();
  const samples: SampledPlace[] = [];
  let readWhole = chosen.length === files.length && !more;
  for (const { file, number } of chosen) {
    let record = 0;
    for await (const item of parseFile({ file, skip: 0 }, settings)) {
      if (item.kind === 'file-end') continue;
      if (record === share) {
        readWhole = false;
        break;
      }
      tally.add(item);
      const { draft } = item;
      const path = shownPathOf({ shown: file.dumpPath }, item.record);
      samples.push({ file: number, record, path, title: draft.article.title, outcome: draft.outcome });
      record += 1;
    }
  }
  return {
    files: { count: files.length, bytes, more },
    records: tally.recordsOf(readWhole, bytes),
    ...tally.shares(),
    notices: notices.slice(0, MOST_NOTICES),
    samples,
  };
}
