/** `strapi-archive` as people run it: a process of its own. */
import { COMMAND_LINE } from '../scripts/project-paths.mjs';
import { runHelper, startProcess } from './start-process.mjs';

/** Starts an import of a folder of pages. */
export function startImport(dump, options) {
  return startProcess(COMMAND_LINE, ['import', dump.folder, '--profile', dump.profile, '--json'], options);
}

/** Undoes an import. */
export function rollBack(job, options) {
  return runHelper(COMMAND_LINE, ['rollback', String(job), '--json'], options);
}

/** What `status JOB --json` tells. */
export function jobStatus(job, options) {
  return runHelper(COMMAND_LINE, ['status', String(job), '--json'], options);
}

/**
 * Imports a dump to its end.
 * @returns job number, outcomes, seconds of the job itself (from its start to its end, without the start of the
 *   process) and of the whole command
 */
export async function importDump(dump, options) {
  const { code, signal, stdout, stderr, seconds } = await startImport(dump, options).ended;
  if (code !== 0) throw new Error(`The import ended with ${code ?? signal}.\n${stdout}\n${stderr}`);
  const report = JSON.parse(stdout.trimEnd().split('\n').at(-1));
  const status = await jobStatus(report.job, options);
  return { job: report.job, outcomes: report.outcomes, seconds: jobSeconds(status), wallSeconds: seconds };
}

export const jobSeconds = ({ startedAt, endedAt }) => (Date.parse(endedAt) - Date.parse(startedAt)) / 1000;
