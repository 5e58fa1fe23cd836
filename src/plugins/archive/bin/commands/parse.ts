import { listFiles } from '../../server/src/import/input/list-files';
import { parseFile } from '../../server/src/import/input/parse-file';
import { parseLine } from '../../shared/parse-line';
import { EXIT, type ExitCode } from '../exit-code';
import type { Output } from '../output';
import { findProject } from '../project/find-project';
import { parseSettings, type ReadingOptions } from '../project/choose-profiles';
import { remarkOn, remarkOnPath } from '../remarks';

/**
 * `parse PATH...`: prints one JSON object a line for each record. Needs no database.
 * @throws CommandError when an option is wrong.
 */
export async function parse(
  paths: readonly string[],
  options: ReadingOptions,
  { cwd, output }: { cwd: string; output: Output },
): Promise<ExitCode> {
  const project = findProject(cwd, process.env['ARCHIVE_PROJECT']);
  const warn = (text: string) => output.remark(text);
  const settings = await parseSettings(options, { cwd, project, stored: [], warn });
  let records = 0;
  let refused = 0;
  for await (const listed of listFiles(paths, cwd)) {
    if ('notice' in listed) {
      output.remark(remarkOnPath(listed.notice));
      if (listed.notice.kind !== 'left-out') refused += 1;
      continue;
    }
    for await (const { file, record, draft } of parseFile(listed.file, settings)) {
      records += 1;
      await output.result(JSON.stringify(parseLine(file.shown, record, draft)));
      if (draft.outcome === 'article') continue;
      refused += 1;
      output.remark(remarkOn(file.shown, draft.outcome, draft.issues));
    }
  }
  if (records === 0) return EXIT.couldNotRun;
  return refused > 0 ? EXIT.someRefused : EXIT.allWell;
}
