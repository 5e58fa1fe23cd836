import { actorOfProcess } from '../../../server/src/events/actor';
import { beginWriting } from '../../../server/src/import/write/begin-writing';
import { readProfileFile } from '../../../server/src/profiles/read-profile-files';
import {
  storedVersions,
  storeVersion,
  type StoredVersion,
} from '../../../server/src/profiles/stored-versions';
import { resolve } from 'node:path';
import { CommandError, EXIT, type ExitCode } from '../../exit-code';
import { withSite, type Place } from '../../project/site-command';
import { profileText, writeProfileFile } from './profile-files';

export interface ListOptions {
  readonly json?: boolean;
}

/** `profile list`: every version of every profile of the site; the newest of each is the one that is used. */
export async function listProfiles({ json }: ListOptions, place: Place): Promise<ExitCode> {
  return withSite(place, async ({ knex, plan }) => {
    const versions = await storedVersions(knex, plan);
    const seen = new Set<string>();
    for (const { profile, origin } of versions) {
      const { name, version, title } = profile;
      const used = !seen.has(name);
      seen.add(name);
      const line = `${name}@${version}  ${used ? 'used' : 'kept'}  ${origin}  ${title}`;
      await place.output.result(
        json === true ? JSON.stringify({ name, version, used, origin, title }) : line,
      );
    }
    if (versions.length === 0)
      place.output.remark('The site has no profiles. "profile import FILE" adds one.');
    return EXIT.allWell;
  });
}

/** `profile show NAME[@VERSION]`: prints a profile as its file holds it. */
export async function showProfile(wanted: string, place: Place): Promise<ExitCode> {
  const { profile } = await storedProfile(wanted, place);
  await place.output.result(profileText(profile).trimEnd());
  return EXIT.allWell;
}

export interface ExportOptions {
  readonly out?: string;
  readonly force?: boolean;
}

/** `profile export NAME[@VERSION]`: writes a profile to a file. */
export async function exportProfile(
  wanted: string,
  { out, force = false }: ExportOptions,
  place: Place,
): Promise<ExitCode> {
  const { profile } = await storedProfile(wanted, place);
  await writeProfileFile(profile, out ?? `${profile.name}.json`, force, place);
  return EXIT.allWell;
}

/** `profile import FILE...`: puts profiles into the site's database, each as a version of its own. */
export async function importProfiles(files: readonly string[], place: Place): Promise<ExitCode> {
  const read = await Promise.all(files.map((file) => readProfileFile(resolve(place.cwd, file))));
  const faults = read.flatMap((one) => ('fault' in one ? [one.fault] : []));
  for (const { file, message } of faults) place.output.remark(`Profile ${file} is not imported. ${message}`);
  const profiles = read.flatMap((one) => ('profile' in one ? [one.profile] : []));
  if (profiles.length === 0) return EXIT.couldNotRun;
  await withSite(place, async ({ knex, plan }) => {
    const storings = await knex.transaction(async (trx) => {
      await beginWriting(trx, plan);
      const by = { actor: actorOfProcess(), now: new Date() };
      const done = [];
      for (const profile of profiles) done.push(await storeVersion(trx, plan, profile, by));
      return done;
    });
    for (const { profile, outcome } of storings) {
      await place.output.result(`${profile.name}@${profile.version}  ${OUTCOMES[outcome]}`);
    }
  });
  return faults.length > 0 ? EXIT.someRefused : EXIT.allWell;
}

const OUTCOMES = {
  stored: 'stored',
  raised: 'stored as the next version: the one it names is there and says something else',
  unchanged: 'unchanged',
} as const;

/** @throws CommandError where there is no such profile or version */
function storedProfile(wanted: string, place: Place): Promise<StoredVersion> {
  const [name = '', version] = wanted.split('@');
  return withSite(place, async ({ knex, plan }) => {
    const versions = await storedVersions(knex, plan, name);
    const found = versions.find(
      ({ profile }) => version === undefined || String(profile.version) === version,
    );
    if (found) return found;
    const known = versions.map(({ profile }) => profile.version).join(', ');
    throw new CommandError(
      versions.length === 0
        ? `The site has no profile called "${name}". "strapi-archive profile list" shows what it has.`
        : `Profile "${name}" has no version ${version ?? ''}. It has: ${known}.`,
    );
  });
}
