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
 * The files that a job still has to read: first the one that it stopped in, behind the last record that has an
 * outcome, then the others in their order. A file that it read to its end is left out.
 * @throws JobStop, before anything is read, where the first one is gone or is not the same any more.
 */
export async function* tasksOf(
  knex: Knex,
  plan: WritePlan,
  job: Job,
  wanted: WantedRecords | null,
  onNotice: (notice: PathNotice) => void,
): AsyncGenerator<ParseTask> {
  // What is read next takes the checkpoint's place, so nothing may come before its file.
  const open = job.checkpoint ? openTask(job, job.checkpoint) : null;
  if (open) yield open;
  const listed = listFiles(job.options.paths, '/');
  for await (const part of inBatches(listed, FILES_A_QUERY, Infinity, () => 0)) {
    const files = part.flatMap((one) => ('file' in one ? [one.file] : []));
    const done =
      job.filesDone > 0 ? await steadily(() => filesRead(knex, plan, job.id, files)) : new Set<string>();
    if (open) done.add(fileName(open.file));
    for (const one of part) {
      if ('notice' in one) onNotice(one.notice);
      else if (!done.has(fileName(one.file)) && wanted?.hasFile(one.file) !== false) {
        yield { file: one.file, skip: 0 };
      }
    }
  }
}

function openTask({ options }: Job, checkpoint: Checkpoint): ParseTask {
  for (const listed of listFiles(options.paths, '/')) {
    if (!('file' in listed) || fileName(listed.file) !== fileName(checkpoint)) continue;
    const { file } = listed;
    const isSame = file.size === checkpoint.size && file.modifiedAt === checkpoint.modifiedAt;
    if (!isSame) throw changedSince(checkpoint);
    return { file, skip: checkpoint.records };
  }
  throw new JobStop(
    'paused',
    `${checkpoint.dumpPath}, in which the job stopped, is gone. Put it back and resume.`,
  );
}

function changedSince({ dumpPath }: Checkpoint): JobStop {
  return new JobStop(
    'paused',
    `${dumpPath} changed after the job had read a part of it. Put the old file back and resume, or cancel this job ` +
      'and import again: what was imported stays and nothing is doubled.',
  );
}
