import { Command, CommanderError } from 'commander';

import { version } from '../package.json';
import { importDumps, type ImportOptions } from './commands/import';
import { ledger, type LedgerOptions } from './commands/ledger';
import { parse } from './commands/parse';
import { searchCheck, searchReindex, type ReindexOptions } from './commands/search';
import {
  ask,
  jobs,
  resume,
  retry,
  rollback,
  run as runManaged,
  status,
  type PrintOptions,
} from './commands/steer';
import { CommandError, EXIT, type ExitCode } from './exit-code';
import { outliveBrokenConnections } from './outlive-broken-connections';
import { endWithReader, processOutput } from './output';
import { databaseTrouble } from '../server/src/import/job/database-faults';
import { addArchiveCommands } from './archive-commands';
import { addProfileCommands } from './profile-commands';
import { Refusal } from '../server/src/refusal';
import { JobStop } from '../server/src/import/job/job-stop';
import type { ReadingOptions } from './project/choose-profiles';

const EXIT_CODES = `
Exit codes:
  0  all well
  1  some records were quarantined or rejected, or some paths could not be read
  2  the command could not run`;

/** Runs the command line with the arguments after the program's name; resolves to the exit code. */
export async function run(argv: readonly string[]): Promise<ExitCode> {
  endWithReader();
  outliveBrokenConnections();
  let code: ExitCode = EXIT.allWell;
  const place = { cwd: process.cwd(), output: processOutput };
  const program = new Command('strapi-archive')
    .description('Turns legacy dumps of newspapers into a living archive.')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(run with --help to see what there is)')
    .addHelpText('after', EXIT_CODES);

  withReadingOptions(program.command('parse'))
    .description('show what is in the dumps: one JSON object a line for each record; needs no database')
    .action(async (paths: string[], options: ReadingOptions) => {
      code = await parse(paths, options, place);
    });
  withReadingOptions(program.command('import'))
    .description("write the dumps' records to the site and print the closing ledger")
    .option('--draft', 'leave new articles as drafts')
    .option('--publish', 'publish new articles (the default)')
    .option('--locale <code>', "locale for every record, whatever the record's language")
    .option('--era <name>', 'era for every record')
    .option('--source <name>', 'source for every record')
    .option(
      '--near-duplicates <what>',
      'link (default), quarantine, skip or ignore articles nearly like another',
    )
    .option('--limit <number>', 'stop after so many records')
    .option('--dry-run', 'only say how the import would end; write nothing')
    .option('--skip-space-check', 'begin even where the disk seems too full')
    .option('--json', 'print the closing ledger as JSON')
    .action(async (paths: string[], options: ImportOptions) => {
      code = await importDumps(paths, options, place);
    });
  program
    .command('jobs')
    .description('list all import jobs')
    .option('--json', 'one JSON object a line')
    .action(async (options: PrintOptions) => {
      code = await jobs(options, place);
    });
  program
    .command('status <job>')
    .description('show one job')
    .option('--json', 'as JSON')
    .action(async (job: string, options: PrintOptions) => {
      code = await status(job, options, place);
    });
  program.command('run <job>', { hidden: true }).action(async (job: string) => {
    code = await runManaged(job, place);
  });
  for (const request of ['pause', 'cancel'] as const) {
    program
      .command(`${request} <job>`)
      .description(request === 'pause' ? 'stop a job for now' : 'stop a job for good; what it imported stays')
      .action(async (job: string) => {
        code = await ask(request, job, place);
      });
  }
  program
    .command('resume <job>')
    .description('go on with a job that was paused, failed or was killed')
    .option('--json', 'print the closing ledger as JSON')
    .action(async (job: string, options: PrintOptions) => {
      code = await resume(job, options, place);
    });
  program
    .command('rollback <job>')
    .description('take back what a job did; what people changed since stays')
    .option('--reason <text>', 'why, for the log')
    .option('--json', 'as JSON')
    .action(async (job: string, options: PrintOptions & { readonly reason?: string }) => {
      code = await rollback(job, options, place);
    });
  readingOptions(program.command('retry <job>'))
    .description('read the quarantined and rejected records of a job again')
    .option('--json', 'print the closing ledger as JSON')
    .action(async (job: string, options: PrintOptions & ReadingOptions) => {
      code = await retry(job, options, place);
    });
  program
    .command('ledger <job>')
    .description('print the ledger of a job, a row for each record')
    .option('--outcome <names>', 'only these outcomes, separated by commas')
    .option('--reason <code>', 'only rows with this reason')
    .option('--format <format>', 'ndjson (the default) or csv')
    .action(async (job: string, options: LedgerOptions) => {
      code = await ledger(job, options, place);
    });
  const search = program.command('search').description('look after the search index');
  search
    .command('reindex')
    .description('index every article again, while the site runs; searches go on with what was there')
    .option('--fresh', 'empty the index first, which mends a damaged one; searches find less until the end')
    .option('--json', 'as JSON')
    .action(async (options: ReindexOptions) => {
      code = await searchReindex(options, place);
    });
  search
    .command('check')
    .description('prove that the search index and the articles agree')
    .option('--json', 'as JSON')
    .action(async (options: PrintOptions) => {
      code = await searchCheck(options, place);
    });

  const end = (ended: ExitCode) => {
    code = ended;
  };
  addArchiveCommands(program, place, end);
  addProfileCommands(program, place, end);

  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return explain(error);
  }
}

function withReadingOptions(command: Command): Command {
  return readingOptions(command.arguments('<paths...>')).addHelpText('after', EXIT_CODES);
}

function readingOptions(command: Command): Command {
  return command
    .option('--profile <name|file>', 'read every record with this profile instead of recognising one')
    .option('--encoding <name>', 'decode every record with this encoding, such as windows-1256')
    .option('--separator <text>', 'what the lines between two articles of one text file begin with')
    .option('--max-record-size <size>', 'largest record to read, such as 64M (default: 16M)')
    .option('--record-timeout <time>', 'longest time to parse one record, such as 500ms (default: 30s)');
}

/** Tells a person what went wrong, in one line and without a stack trace. */
function explain(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.allWell : EXIT.couldNotRun;
  const text =
    error instanceof CommandError || error instanceof JobStop || error instanceof Refusal
      ? error.message
      : (databaseTrouble(error) ?? `stopped by an unexpected fault: ${reasonOf(error)}`);
  processOutput.remark(`strapi-archive: ${text}`);
  if (process.env['ARCHIVE_DEBUG'] && error instanceof Error) processOutput.remark(error.stack ?? '');
  return EXIT.couldNotRun;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
