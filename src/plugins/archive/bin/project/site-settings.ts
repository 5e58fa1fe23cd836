import { newestProfiles, storedProfiles } from '../../server/src/profiles/newest-profiles';
import { parseSettings, type ChosenReading, type ReadingOptions } from './choose-profiles';
import type { Site } from './open-site';
import type { Place } from './site-command';

/** How records are to be read for a site: with its stored profiles besides those of the files. */
export async function siteSettings(
  { knex, plan }: Site,
  project: string,
  options: ReadingOptions,
  { cwd, output }: Place,
): Promise<ChosenReading> {
  const stored = newestProfiles(await storedProfiles(knex, plan));
  const warn = (text: string) => {
    output.remark(text);
  };
  return parseSettings(options, { cwd, project, folder: plan.profiles, stored, warn });
}
