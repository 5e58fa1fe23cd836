import type { Command } from 'commander';

import { exportBag, importBag, verifyBag } from './commands/bag';
import { eraseArticle, scrub, type EraseOptions } from './commands/erase';
import { events, type EventOptions } from './commands/events';
import { takeDown, type TakedownOptions } from './commands/take-down';
import { verify } from './commands/vault';
import type { ExitCode } from './exit-code';
import type { Place } from './project/site-command';

/** The commands that keep an archive, besides those that fill it. */
export function addArchiveCommands(program: Command, place: Place, ended: (code: ExitCode) => void): void {
  for (const action of ['withdraw', 'restore'] as const) {
    program
      .command(`${action} <documentId>`)
      .description(
        action === 'withdraw'
          ? 'take an article from the public; old links answer 410 with the reason'
          : 'take a withdrawal back; the article is a draft again',
      )
      .requiredOption('--reason <text>', action === 'withdraw' ? 'why; readers will see it' : 'why')
      .option('--locale <code>', 'only in this language (all languages by default)')
      .option('--type <uid>', 'content type (the configured article type by default)')
      .option('--json', 'as JSON')
      .action(async (documentId: string, options: TakedownOptions) => {
        ended(await takeDown(action, documentId, options, place));
      });
  }
  program
    .command('erase <documentId>')
    .description(
      'remove the text of an article for good, from rows, ledger, index and vault; a tombstone stays',
    )
    .requiredOption('--reason <text>', 'why; readers will see it')
    .option('--yes', 'it cannot be undone, and shall be done')
    .option('--locale <code>', 'only in this language (all languages by default)')
    .option('--type <uid>', 'content type (the configured article type by default)')
    .option(
      '--remove-originals',
      'remove originals from which the record cannot be cut, with all that they hold',
    )
    .option('--no-scrub', 'leave the free space of the database as it is; "scrub" does it later')
    .option('--json', 'as JSON')
    .action(async (documentId: string, options: EraseOptions) => {
      ended(await eraseArticle(documentId, options, place));
    });
  program
    .command('scrub')
    .description('write the database anew without what was deleted, so that no byte of it is left')
    .action(async () => {
      ended(await scrub(place));
    });
  program
    .command('vault')
    .description('the originals that were imported')
    .command('verify')
    .description('read all originals again and compare their hashes with those of the import')
    .option('--json', 'one JSON object a line for each original')
    .action(async (options: { readonly json?: boolean }) => {
      ended(await verify(options, place));
    });
  const bag = program
    .command('bag')
    .description('the whole archive as one folder that vouches for itself (BagIt)');
  for (const [name, description, act] of [
    ['export', 'write originals, articles, records, ledger and log into a new folder', exportBag],
    ['verify', 'read a bag again and compare every file with its manifest; needs no database', verifyBag],
    ['import', 'put the archive of a bag into an empty project, as it stood', importBag],
  ] as const) {
    bag
      .command(`${name} <folder>`)
      .description(description)
      .action(async (folder: string) => {
        ended(await act(folder, place));
      });
  }
  program
    .command('events')
    .description('print the log of the archive, newest first: one JSON object a line')
    .option('--article <documentId>', 'only what happened to this article')
    .option('--limit <number>', 'at most so many rows (100 by default)')
    .action(async (options: EventOptions) => {
      ended(await events(options, place));
    });
}
