import { OUTCOMES } from '../../core/outcome';
import { runningJob } from '../../server/src/import/job/job-row';
import { runImport, type ImportReport } from '../../server/src/import/job/run-import';
import type { WritePlan } from '../../server/src/import/plan/write-plan';
import { newestProfiles, storedProfiles } from '../../server/src/profiles/newest-profiles';
import { CommandError, EXIT, type ExitCode } from '../exit-code';
import { ledgerTable } from '../ledger-table';
import type { Output } from '../output';
import { parseSettings, type ReadingOptions } from '../project/choose-profiles';
import { findProject } from '../project/find-project';
import { openSite, type Site } from '../project/open-site';
import { remarkOn, remarkOnPath } from '../remarks';

export interface ImportOptions extends ReadingOptions {
  readonly draft?: boolean;
  readonly json?: boolean;
}

/**
 * `import PATH...`: writes records to the site's database and prints the closing ledger.
 * @throws CommandError when the site, its database or an option is not right.
 */
export async function importDumps(
  paths: readonly string[],
  options: ImportOptions,
  { cwd, output }: { cwd: string; output: Output },
): Promise<ExitCode> {
  const project = findProject(cwd, process.env['ARCHIVE_PROJECT']);
  if (project === null) {
    throw new CommandError(
      'No Strapi project here. Run this inside the project, or set ARCHIVE_PROJECT to its folder.',
    );
  }
  const site = await openSite(project);
  try {
    checkTargets(site.plan);
    const stored = newestProfiles(await storedProfiles(site.knex, site.plan));
    const warn = (text: string) => output.remark(text);
    const settings = await parseSettings(options, { cwd, project, stored, warn });
    const job = await runningJob(site.knex, site.plan, new Date());
    if (job !== null)
      throw new CommandError(`Job ${job} is writing at this moment. Wait until it has ended.`);
    return await run(site, paths, options, { cwd, output, settings });
  } finally {
    await site.close();
  }
}

async function run(
  { knex, plan }: Site,
  paths: readonly string[],
  options: ImportOptions,
  {
    cwd,
    output,
    settings,
  }: { cwd: string; output: Output; settings: Awaited<ReturnType<typeof parseSettings>> },
): Promise<ExitCode> {
  let unread = 0;
  const report = await runImport({
    knex,
    plan,
    paths,
    cwd,
    settings,
    publish: options.draft !== true,
    now: () => new Date(),
    onNotice: (notice) => {
      if (notice.kind !== 'left-out') unread += 1;
      output.remark(remarkOnPath(notice));
    },
    onRefused: ({ parsed, outcome, issues }) => {
      output.remark(remarkOn(parsed.file.shown, outcome, issues));
    },
    onProgress: ({ recordsRead }) => {
      output.remark(`${recordsRead} records written`);
    },
  });
  await output.result(
    options.json === true ? JSON.stringify(jsonReport(report, unread)) : ledgerTable(report),
  );
  if (report.recordsRead === 0) return EXIT.couldNotRun;
  return unread > 0 || report.state === 'completedWithIssues' ? EXIT.someRefused : EXIT.allWell;
}

function jsonReport({ job, state, recordsRead, filesRead, tally }: ImportReport, pathsNotRead: number) {
  const outcomes = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, tally[outcome]]));
  return { job, state, files: filesRead, records: recordsRead, outcomes, pathsNotRead };
}

/** The configuration must name an article type that exists and that carries archive metadata. */
function checkTargets({ content, types }: WritePlan): void {
  const article = content.article;
  if (!article)
    throw new CommandError(
      'No article type is configured: set archive.content.article in config/plugins.ts.',
    );
  const type = types[article.uid];
  if (!type) {
    throw new CommandError(
      `The article type ${article.uid} does not exist in this project: set archive.content.article in config/plugins.ts.`,
    );
  }
  if (!type.columns['dateEdtf']) {
    throw new CommandError(
      `${article.uid} does not carry archive metadata: set pluginOptions.archive.enabled in its schema and start the site once.`,
    );
  }
}
