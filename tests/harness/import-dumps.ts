import { runCommand, type CommandOptions, type CommandResult } from './run-command';
import type { TestDatabase } from './test-database';

/** The closing ledger of `import --json`. */
export interface ImportReport {
  readonly job: number;
  readonly state: string;
  readonly files: number;
  readonly records: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly pathsNotRead: number;
}

export interface Import extends CommandResult {
  readonly report: ImportReport;
}

/** Runs `strapi-archive import --json` on a database. Throws, with what the command said, where it prints no ledger. */
export async function importDumps(
  database: TestDatabase,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<Import> {
  const result = await runCommand(['import', '--json', ...args], {
    ...options,
    env: { ...database.env, ...options.env },
  });
  const [report, ...more] = result.stdout === '' ? [] : result.lines;
  if (report === undefined || more.length > 0) {
    throw new Error(`No ledger, exit code ${String(result.code)}: ${result.stdout}${result.stderr}`);
  }
  return { ...result, report: report as ImportReport };
}

/** The outcomes that happened, with their counts. */
export function outcomesOf({ report }: Import): Record<string, number> {
  return Object.fromEntries(Object.entries(report.outcomes).filter(([, count]) => count > 0));
}
