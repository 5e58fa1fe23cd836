import type { Command } from 'commander';

import type { ExitCode } from './exit-code';
import { inferFrom, type InferOptions } from './commands/profile/infer';
import {
  exportProfile,
  importProfiles,
  listProfiles,
  showProfile,
  type ExportOptions,
  type ListOptions,
} from './commands/profile/stored';
import type { Place } from './project/site-command';

/** `profile list | show | export | import | infer`. */
export function addProfileCommands(program: Command, place: Place, end: (code: ExitCode) => void): void {
  const profile = program.command('profile').description('the recipes by which legacy sites are read');
  profile
    .command('list')
    .description('list the profiles of the site, every version')
    .option('--json', 'one JSON object a line')
    .action(async (options: ListOptions) => {
      end(await listProfiles(options, place));
    });
  profile
    .command('show <name[@version]>')
    .description('print a profile of the site, the newest version unless one is named')
    .action(async (wanted: string) => {
      end(await showProfile(wanted, place));
    });
  profile
    .command('export <name[@version]>')
    .description('write a profile of the site to a file')
    .option('--out <file>', 'where to write it (default: NAME.json)')
    .option('--force', 'replace a file that is there')
    .action(async (wanted: string, options: ExportOptions) => {
      end(await exportProfile(wanted, options, place));
    });
  profile
    .command('import <files...>')
    .description('put profiles into the site; a changed one becomes the next version')
    .action(async (files: string[]) => {
      end(await importProfiles(files, place));
    });
  profile
    .command('infer <paths...>')
    .description('learn a profile from pages of one site, and tell what was learned; needs no database')
    .option('--name <name>', "the profile's name (default: that of the folder)")
    .option('--out <file>', 'where to write it (default: stdout)')
    .option('--force', 'replace a file that is there')
    .option('--json', 'print profile and findings as one JSON object')
    .option('--encoding <name>', 'decode every page with this encoding, such as windows-1256')
    .action(async (paths: string[], options: InferOptions) => {
      end(await inferFrom(paths, options, place));
    });
}
