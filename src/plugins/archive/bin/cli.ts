import { Command, CommanderError } from 'commander';

import { version } from '../package.json';
import { importDumps, type ImportOptions } from './commands/import';
import { parse } from './commands/parse';
import { CommandError, EXIT, type ExitCode } from './exit-code';
import { processOutput } from './output';
import type { ReadingOptions } from './project/choose-profiles';

const EXIT_CODES = `
Exit codes:
  0  all well
  1  some records were quarantined or rejected, or some paths could not be read
  2  the command could not run`;

/** Runs the command line with the arguments after the program's name; resolves to the exit code. */
export async function run(argv: readonly string[]): Promise<ExitCode> {
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
    .option('--draft', 'leave new articles as drafts instead of publishing them')
    .option('--json', 'print the closing ledger as JSON')
    .action(async (paths: string[], options: ImportOptions) => {
      code = await importDumps(paths, options, place);
    });

  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return explain(error);
  }
}

function withReadingOptions(command: Command): Command {
  return command
    .arguments('<paths...>')
    .option('--profile <name|file>', 'read every record with this profile instead of recognising one')
    .option('--encoding <name>', 'decode every record with this encoding, such as windows-1256')
    .option('--max-record-size <size>', 'largest record to read, such as 64M (default: 16M)')
    .addHelpText('after', EXIT_CODES);
}

/** Tells a person what went wrong, in one line and without a stack trace. */
function explain(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.allWell : EXIT.couldNotRun;
  if (isBrokenPipe(error)) return EXIT.allWell;
  const text =
    error instanceof CommandError ? error.message : `stopped by an unexpected fault: ${reasonOf(error)}`;
  processOutput.remark(`strapi-archive: ${text}`);
  if (process.env['ARCHIVE_DEBUG'] && error instanceof Error) processOutput.remark(error.stack ?? '');
  return EXIT.couldNotRun;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}

/** `parse ... | head` ends the reader first, which is no fault. */
function isBrokenPipe(error: unknown): boolean {
  return (error as { code?: string } | null)?.code === 'EPIPE';
}
