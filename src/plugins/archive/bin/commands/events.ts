import { readEvents } from '../../server/src/events/read-events';
import { CommandError, EXIT, type ExitCode } from '../exit-code';
import { withSite, type Place } from '../project/site-command';

export interface EventOptions {
  readonly article?: string;
  readonly limit?: string;
}

/** `events`: the log of the archive, newest first. */
export async function events(options: EventOptions, place: Place): Promise<ExitCode> {
  const limit = options.limit ?? '100';
  if (!/^[1-9]\d{0,6}$/.test(limit))
    throw new CommandError(`--limit takes a whole number from 1, not "${limit}".`);
  return withSite(place, async ({ knex, plan }) => {
    const filter = { kinds: null, target: options.article ?? null, before: null, most: Number(limit) };
    for (const event of await readEvents(knex, plan, filter))
      await place.output.result(JSON.stringify(event));
    return EXIT.allWell;
  });
}
