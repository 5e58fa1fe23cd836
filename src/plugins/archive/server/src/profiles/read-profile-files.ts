import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { readProfile, type Profile } from '../../../core/profiles/profile';

/** A profile file that cannot be used, and why. */
export interface ProfileFileFault {
  readonly file: string;
  readonly message: string;
}

export interface ProfileFiles {
  readonly profiles: readonly Profile[];
  readonly faults: readonly ProfileFileFault[];
}

/** Reads every `*.json` of a folder as a profile, in the order of their names. A missing folder has none. */
export async function readProfileFolder(folder: string): Promise<ProfileFiles> {
  let names: string[];
  try {
    names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  } catch {
    return { profiles: [], faults: [] };
  }
  const read = await Promise.all(names.map((name) => readProfileFile(join(folder, name))));
  return {
    profiles: read.flatMap((one) => ('profile' in one ? [one.profile] : [])),
    faults: read.flatMap((one) => ('fault' in one ? [one.fault] : [])),
  };
}

/** Reads one profile file; says in one sentence what is wrong with it. */
export async function readProfileFile(
  file: string,
): Promise<{ readonly profile: Profile } | { readonly fault: ProfileFileFault }> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    return { fault: { file, message: `It could not be opened (${code}).` } };
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return {
      fault: {
        file,
        message: `It is not JSON: ${error instanceof Error ? error.message : 'unknown fault'}.`,
      },
    };
  }
  const { profile, faults } = readProfile(json);
  if (profile) return { profile };
  const list = faults.map((fault) => `${fault.path || 'profile'}: ${fault.message}`).join('; ');
  return { fault: { file, message: `It does not fit the profile schema (docs/profiles.md): ${list}.` } };
}
