import { OUTCOMES, type Outcome } from '../../core/outcome';
import { readJob } from '../../server/src/import/job/job-row';
import { readLedger, type LedgerLine } from '../../server/src/import/job/read-ledger';
import { CommandError, EXIT, type ExitCode } from '../exit-code';
import { jobNumber, withSite, type Place } from '../project/site-command';
import { csvHeader, csvLine } from '../../server/src/import/job/ledger-csv';

export interface LedgerOptions {
  readonly outcome?: string;
  readonly reason?: string;
  readonly format?: string;
}

/** `ledger JOB`: the ledger rows of a job, one a line, as NDJSON or CSV. */
export async function ledger(number: string, options: LedgerOptions, place: Place): Promise<ExitCode> {
  const format = options.format ?? 'ndjson';
  if (format !== 'ndjson' && format !== 'csv')
    throw new CommandError(`--format takes ndjson or csv, not "${format}".`);
  const outcomes = options.outcome?.split(',').map(outcomeCalled);
  return withSite(place, async ({ knex, plan }) => {
    const job = await readJob(knex, plan, jobNumber(number));
    if (!job) throw new CommandError(`There is no job ${number}. "strapi-archive jobs" lists them.`);
    if (format === 'csv') await place.output.result(csvHeader());
    const print = (line: LedgerLine) => (format === 'csv' ? csvLine(line) : JSON.stringify(line));
    const filter = { job: job.id, outcomes: outcomes ?? null, reason: options.reason ?? null };
    for await (const line of readLedger(knex, plan, filter)) await place.output.result(print(line));
    return EXIT.allWell;
  });
}

function outcomeCalled(name: string): Outcome {
  const outcome = OUTCOMES.find((one) => one === name.trim());
  if (outcome) return outcome;
  throw new CommandError(`There is no outcome "${name}". Outcomes are: ${OUTCOMES.join(', ')}.`);
}
