import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';

import type { PathNotice } from '../../server/src/import/input/list-files';
import { actorOfProcess } from '../../server/src/events/actor';
import { measureDump } from '../../server/src/import/input/measure-dump';
import type { JobOptions } from '../../server/src/import/job/job-options';
import { createJob, updateJob } from '../../server/src/import/job/job-row';
import { dryRun } from '../../server/src/import/job/dry-run';
import { parseWorkers } from '../../server/src/import/input/workers-for';
import type { WritePlan } from '../../server/src/import/plan/write-plan';
import { NEAR_DUPLICATES, type NearDuplicates } from '../../server/src/variants/settle-variants';
import { checkSpace } from '../check-space';
import { CommandError, EXIT, type ExitCode } from '../exit-code';
import { dryRunTable } from '../ledger-table';
import type { ChosenReading, ReadingOptions } from '../project/choose-profiles';
import { refuseEmptyPaths } from '../project/refuse-empty-paths';
import { siteSettings } from '../project/site-settings';
import type { Site } from '../project/open-site';
import { withSite, type Place } from '../project/site-command';
import { remarkOnPath } from '../remarks';
import { runAndReport } from './run-and-report';

export interface ImportOptions extends ReadingOptions {
  readonly draft?: boolean;
  readonly publish?: boolean;
  readonly json?: boolean;
  readonly locale?: string;
  readonly era?: string;
  readonly source?: string;
  readonly limit?: string;
  readonly dryRun?: boolean;
  readonly skipSpaceCheck?: boolean;
  readonly nearDuplicates?: string;
}

/**
 * `import PATH...`: writes records to the site's database and prints the closing ledger.
 * @throws CommandError when the site, its database or an option is not right.
 */
export async function importDumps(
  paths: readonly string[],
  options: ImportOptions,
  place: Place,
): Promise<ExitCode> {
  refuseEmptyPaths(paths);
  return withSite(place, async (site, project) => {
    const { knex, plan } = site;
    checkTargets(plan);
    const settings = await siteSettings(site, project, options, place);
    const absolute = paths.map((path) => resolve(place.cwd, path));
    if (!absolute.some((path) => existsSync(path))) {
      throw new CommandError(`There is no such file or folder: ${paths.join(', ')}. Check the path.`);
    }
    const totals = measureDump(absolute);
    if (totals.files === 0 && absolute.every((path) => isEmptyFolder(path))) {
      throw new CommandError(`There are no files to import in ${paths.join(', ')}.`);
    }
    const chosen: JobOptions = {
      paths: absolute,
      profile: settings.profile,
      encoding: settings.encoding,
      maxRecordBytes: settings.maxRecordBytes,
      separator: settings.separator,
      recordTimeout: settings.recordTimeout,
      publish: options.draft !== true,
      locale: configuredLocale(plan, options.locale),
      era: options.era ?? null,
      source: options.source ?? null,
      limit: wholeNumber('--limit', options.limit),
      nearDuplicates: nearDuplicates(options.nearDuplicates),
      retryOf: null,
      managed: false,
    };
    if (options.dryRun === true) return tryOut(site, chosen, settings, options, place);
    const id = await createJob(knex, plan, 'import', chosen, {
      actor: actorOfProcess(),
      now: new Date(),
    });
    await updateJob(knex, plan, id, { filesTotal: totals.files, bytesTotal: totals.bytes });
    const job = { id, options: chosen, bytesTotal: totals.bytes };
    try {
      await checkSpace(site, job, settings, { output: place.output, skip: options.skipSpaceCheck === true });
    } catch (error) {
      await updateJob(knex, plan, id, { state: 'failed', reason: reasonOf(error), endedAt: new Date() });
      throw error;
    }
    return runAndReport(site, id, place, { json: options.json === true, profiles: settings.profiles });
  });
}

/** `--dry-run`: how the import would end. */
async function tryOut(
  { knex, plan }: Site,
  options: JobOptions,
  settings: ChosenReading,
  { json }: ImportOptions,
  { output }: Place,
): Promise<ExitCode> {
  const onNotice = (notice: PathNotice) => {
    output.remark(remarkOnPath(notice));
  };
  const tally = await dryRun({ knex, plan, options, settings, workers: parseWorkers(), onNotice });
  await output.result(json === true ? JSON.stringify({ dryRun: true, outcomes: tally }) : dryRunTable(tally));
  return tally.quarantined + tally.rejected > 0 ? EXIT.someRefused : EXIT.allWell;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A folder that cannot be looked into is none: the import itself tells of it. */
function isEmptyFolder(path: string): boolean {
  try {
    return readdirSync(path).every((name) => name.startsWith('.'));
  } catch {
    return false;
  }
}

function configuredLocale({ locales }: WritePlan, locale: string | undefined): string | null {
  if (locale === undefined) return null;
  if (locales.codes.includes(locale)) return locale;
  throw new CommandError(`The site has no locale "${locale}". It has: ${locales.codes.join(', ')}.`);
}

function nearDuplicates(name = 'link'): NearDuplicates {
  const found = NEAR_DUPLICATES.find((one) => one === name);
  if (found !== undefined) return found;
  throw new CommandError(`--near-duplicates takes ${NEAR_DUPLICATES.join(', ')}, not "${name}".`);
}

function wholeNumber(name: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
  throw new CommandError(`${name} takes a whole number from 1, not "${text}".`);
}

const CONFIGURE = "in the archive plugin's configuration (config/plugins)";

/** The configuration must name an article type that exists, holds headline and body, and carries archive metadata. */
export function checkTargets({ content, types }: WritePlan): void {
  const article = content.article;
  if (!article) throw new CommandError(`No article type is configured: set content.article ${CONFIGURE}.`);
  const type = types[article.uid];
  if (!type) {
    throw new CommandError(
      `The content type ${article.uid} does not exist in this project: name yours as content.article.uid ${CONFIGURE}.`,
    );
  }
  if (!type.columns['dateEdtf']) {
    throw new CommandError(
      `${article.uid} does not carry archive metadata: set pluginOptions.archive.enabled in its schema and start the site once.`,
    );
  }
  for (const field of ['title', 'body'] as const) {
    const attribute = article.attributes[field];
    if (attribute && type.columns[attribute]) continue;
    throw new CommandError(
      `${article.uid} has no attribute for the ${field} of an article: name it as content.article.attributes.${field} ${CONFIGURE}.`,
    );
  }
}
