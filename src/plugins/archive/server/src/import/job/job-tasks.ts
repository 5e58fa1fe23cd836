import type { Knex } from 'knex';

import { inBatches } from '../input/in-batches';
import { listFiles, type PathNotice } from '../input/list-files';
import type { ParseTask } from '../input/parse-files';
import type { WritePlan } from '../plan/write-plan';
import { steadily } from './database-faults';
import { fileName, filesRead } from './dump-files';
import type { Checkpoint, Job } from './job-row';
import { JobStop } from './job-stop';
import type { WantedRecords } from './refused-records';

const FILES_A_QUERY = 500;

/**
 * The files that a job still has to read, in their order. A file that it read to its end is left out, the one that
 * it stopped in is read on behind the last record that has an outcome.
 * @throws JobStop where that file is gone or is not the same any more.
 */
export async function* tasksOf(
  knex: Knex,
  plan: WritePlan,
  job: Job,
  wanted: WantedRecords | null,
  onNotice: (notice: PathNotice) => void,
): AsyncGenerator<ParseTask> {
  let open = job.checkpoint;
  const listed = listFiles(job.options.paths, '/');
  for await (const part of inBatches(listed, FILES_A_QUERY, Infinity, () => 0)) {
    const files = part.flatMap((one) => ('file' in one ? [one.file] : []));
    const done =
      job.filesDone > 0 ? await steadily(() => filesRead(knex, plan, job.id, files)) : new Set<string>();
    for (const one of part) {
      if ('notice' in one) {
        onNotice(one.notice);
        continue;
      }
      const { file } = one;
      if (done.has(fileName(file)) || wanted?.hasFile(file) === false) continue;
      if (open && fileName(open) === fileName(file)) {
        if (file.size !== open.size || file.modifiedAt !== open.modifiedAt) throw changedSince(open);
        yield { file, skip: open.records };
        open = null;
      } else yield { file, skip: 0 };
    }
  }
  if (open)
    throw new JobStop(
      'paused',
      `${open.dumpPath}, in which the job stopped, is gone. Put it back and resume.`,
    );
}

function changedSince({ dumpPath }: Checkpoint): JobStop {
  return new JobStop(
    'paused',
    `${dumpPath} changed after the job had read a part of it. Put the old file back and resume, or cancel this job ` +
      'and import again: what was imported stays and nothing is doubled.',
  );
}
