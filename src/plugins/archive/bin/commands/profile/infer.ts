import { basename } from 'node:path';

import type { Finding } from '../../../core/profiles/infer-finding';
import { sampledPage, type SampledPage } from '../../../core/profiles/infer-page';
import { inferProfile, MOST_SAMPLED, type LearnedProfile } from '../../../core/profiles/infer-profile';
import { slugOf } from '../../../core/text/slug';
import type { InputFile } from '../../../server/src/import/input/parsed-record';
import { listFiles } from '../../../server/src/import/input/list-files';
import { sampleRecords } from '../../../server/src/profiles/sample-records';
import { CommandError, EXIT, type ExitCode } from '../../exit-code';
import { parseSettings, type ReadingOptions } from '../../project/choose-profiles';
import { refuseEmptyPaths } from '../../project/refuse-empty-paths';
import type { Place } from '../../project/site-command';
import { remarkOnPath } from '../../remarks';
import { profileText, writeProfileFile } from './profile-files';

export interface InferOptions extends ReadingOptions {
  readonly name?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `profile infer PATH...`: learns the profile of a site from its pages. Needs no database. */
export async function inferFrom(
  paths: readonly string[],
  options: InferOptions,
  place: Place,
): Promise<ExitCode> {
  refuseEmptyPaths(paths);
  const { cwd, output } = place;
  const remark = (text: string) => {
    output.remark(text);
  };
  const settings = await parseSettings(options, { cwd, project: null, folder: '', stored: [], warn: remark });
  const { files, troubles } = filesAt(paths, cwd, remark);
  const pages: SampledPage[] = [];
  for await (const record of sampleRecords(files, settings, MOST_SAMPLED)) {
    const page = sampledPage(record);
    if (page !== null) pages.push(page);
  }
  if (pages.length === 0) {
    throw new CommandError(`There are no pages of text in ${paths.join(', ')}: nothing to learn from.`);
  }
  const learned = inferProfile(pages, nameFor(options.name, paths[0] ?? ''));
  await tell(learned, files.length, options, place);
  return troubles > 0 ? EXIT.someRefused : EXIT.allWell;
}

function filesAt(paths: readonly string[], cwd: string, remark: (text: string) => void) {
  const files: InputFile[] = [];
  let troubles = 0;
  for (const listed of listFiles(paths, cwd)) {
    if ('file' in listed) files.push(listed.file);
    else {
      remark(remarkOnPath(listed.notice));
      if (listed.notice.kind !== 'left-out') troubles += 1;
    }
  }
  return { files, troubles };
}

function nameFor(name: string | undefined, path: string): string {
  const slug = slugOf(name ?? basename(path)).slice(0, 80);
  return slug === '' ? 'learned' : slug;
}

async function tell(
  { profile, findings, pages }: LearnedProfile,
  files: number,
  { out, force = false, json }: InferOptions,
  place: Place,
): Promise<void> {
  if (json === true) {
    await place.output.result(JSON.stringify({ profile, pages, files, findings }));
    if (out !== undefined) await writeProfileFile(profile, out, force, place);
    return;
  }
  place.output.remark(`Learned from ${pages} pages of ${files} files:`);
  for (const finding of findings) place.output.remark(sentence(finding, pages));
  if (out === undefined) await place.output.result(profileText(profile).trimEnd());
  else await writeProfileFile(profile, out, force, place);
}

/** `  markers           Media ID: → media.legacyId     7 of 31 pages (23%), such as "Media ID: 20411"` */
function sentence({ key, value, pages, share, examples }: Finding, all: number): string {
  const where = (key ?? 'not used').padEnd(20);
  const such = examples.length === 0 ? '' : `, such as ${examples.map((text) => `"${text}"`).join('; ')}`;
  return `  ${where} ${value}: ${pages} of ${all} pages (${Math.round(share * 100)}%)${such}`;
}
