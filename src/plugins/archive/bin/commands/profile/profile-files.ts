import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import type { Profile } from '../../../core/profiles/profile';
import { CommandError } from '../../exit-code';
import type { Place } from '../../project/site-command';

/** A profile as its file holds it. */
export function profileText(profile: Profile): string {
  return `${JSON.stringify(profile, null, 2)}\n`;
}

/** Writes a profile file. @throws CommandError where there is one, unless `force` says to replace it. */
export async function writeProfileFile(
  profile: Profile,
  file: string,
  force: boolean,
  { cwd, output }: Place,
): Promise<void> {
  try {
    await writeFile(resolve(cwd, file), profileText(profile), { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    if (code === 'EEXIST') {
      throw new CommandError(`${file} is there already. Name another file, or replace it with --force.`);
    }
    throw new CommandError(`${file} could not be written (${code}).`);
  }
  output.remark(`${profile.name}, version ${profile.version}: written to ${file}`);
}
