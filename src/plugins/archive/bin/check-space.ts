import type { JobOptions } from '../server/src/import/job/job-options';
import { updateJob } from '../server/src/import/job/job-row';
import { preflight } from '../server/src/import/job/preflight';
import { CommandError } from './exit-code';
import type { Output } from './output';
import { clockTime } from './progress';
import type { ChosenReading } from './project/choose-profiles';
import type { Site } from './project/open-site';

/**
 * Shows what a job will need and keeps it with the job; refuses to begin where there is too little space.
 * @throws CommandError with both numbers.
 */
export async function checkSpace(
  { knex, plan }: Site,
  job: { readonly id: number; readonly options: JobOptions; readonly bytesTotal: number },
  settings: ChosenReading,
  { output, skip }: { readonly output: Output; readonly skip: boolean },
): Promise<void> {
  const { paths, publish } = job.options;
  const found = await preflight(knex, paths, settings, { totalBytes: job.bytesTotal, publish });
  const { records, databaseBytes, seconds, freeBytes } = found;
  await updateJob(knex, plan, job.id, { expected: { records, databaseBytes, seconds } });
  const free = freeBytes === null ? 'free space unknown' : `${sizeText(freeBytes)} free`;
  const need = `about ${records.toLocaleString('en')} records, ${sizeText(databaseBytes)} of database (${free})`;
  output.remark(`Expected: ${need}, ${clockTime(seconds)} of time`);
  if (found.isEnough || skip) return;
  throw new CommandError(
    `The import needs ${sizeText(databaseBytes)} of space for the database, and a fifth more while it runs; ` +
      `there are ${free}. Make room, or import anyway with --skip-space-check.`,
  );
}

function sizeText(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  const value = bytes / 1024 ** power;
  return `${value < 10 && power > 0 ? value.toFixed(1) : Math.round(value)} ${units[power] ?? ''}`;
}
