import { listFiles } from '../../server/src/import/input/list-files';
import { parseFiles, type ParseTask } from '../../server/src/import/input/parse-files';
import { shownPathOf } from '../../server/src/import/input/record-place';
import { workersFor } from '../../server/src/import/input/workers-for';
import { parseLine } from '../../shared/parse-line';
import { EXIT, type ExitCode } from '../exit-code';
import type { Output } from '../output';
import { refuseEmptyPaths } from '../project/refuse-empty-paths';
import { findProject } from '../project/find-project';
import { parseSettings, type ReadingOptions } from '../project/choose-profiles';
import { remarkOn, remarkOnPath } from '../remarks';

/** Where profiles lie unless the configuration says otherwise; `parse` starts no Strapi, so it cannot ask it. */
const PROFILES_FOLDER = './profiles';

/**
 * `parse PATH...`: prints one JSON object a line for each record. Needs no database.
 * @throws CommandError when an option is wrong.
 */
export async function parse(
  paths: readonly string[],
  options: ReadingOptions,
  { cwd, output }: { cwd: string; output: Output },
): Promise<ExitCode> {
  refuseEmptyPaths(paths);
  const project = findProject(cwd, process.env['ARCHIVE_PROJECT']);
  const warn = (text: string) => {
    output.remark(text);
  };
  const settings = await parseSettings(options, { cwd, project, folder: PROFILES_FOLDER, stored: [], warn });
  let records = 0;
  let refused = 0;
  function* files(): Generator<ParseTask> {
    for (const listed of listFiles(paths, cwd)) {
      if ('file' in listed) {
        yield { file: listed.file, skip: 0 };
        continue;
      }
      output.remark(remarkOnPath(listed.notice));
      if (listed.notice.kind !== 'left-out') refused += 1;
    }
  }
  const { tasks, workers } = workersFor(files());
  const parsed = parseFiles(tasks, settings, { workers, recordTimeoutMs: settings.recordTimeout });
  for await (const item of parsed) {
    if (item.kind === 'file-end') continue;
    const { file, record, draft } = item;
    records += 1;
    const shown = shownPathOf(file, record);
    await output.result(JSON.stringify(parseLine(shown, { ...record, index: record.indexInMember }, draft)));
    if (draft.outcome === 'article') continue;
    refused += 1;
    output.remark(remarkOn(shown, draft.outcome, null, draft.issues));
  }
  if (records === 0) {
    if (refused === 0) output.remark(`There are no files to read in ${paths.join(', ')}.`);
    return EXIT.couldNotRun;
  }
  return refused > 0 ? EXIT.someRefused : EXIT.allWell;
}
