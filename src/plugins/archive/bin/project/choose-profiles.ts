import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import { isKnownEncoding } from '../../core/decode/encoding-names';
import type { Profile } from '../../core/profiles/profile';
import { DEFAULT_MAX_RECORD_BYTES, DEFAULT_RECORD_TIMEOUT } from '../../server/src/import/input/limits';
import type { ParseSettings } from '../../server/src/import/input/parse-file';
import { newestProfiles } from '../../server/src/profiles/newest-profiles';
import { PACKAGED_PROFILES } from '../../server/src/profiles/packaged-profiles';
import { readProfileFile, readProfileFolder } from '../../server/src/profiles/read-profile-files';
import { CommandError } from '../exit-code';

/** What a person may say about how to read records. */
export interface ReadingOptions {
  readonly profile?: string;
  readonly encoding?: string;
  readonly separator?: string;
  readonly maxRecordSize?: string;
  readonly recordTimeout?: string;
}

/** Where profiles come from. */
export interface ProfilePlace {
  readonly cwd: string;
  readonly project: string | null;
  /** The project's folder of profiles, as configured. */
  readonly folder: string;
  readonly stored: readonly Profile[];
  readonly warn: (text: string) => void;
}

/** How records are to be read, and how long one may take, in milliseconds. */
export interface ChosenReading extends ParseSettings {
  readonly recordTimeout: number;
}

/**
 * The profiles to recognise records by (of the package, the project and, where given, the database) and the one
 * that a person named. A faulty profile nobody asked for is told and left out.
 * @throws CommandError when the named profile, encoding or size is wrong.
 */
export async function parseSettings(options: ReadingOptions, place: ProfilePlace): Promise<ChosenReading> {
  const own = place.project === null ? null : await readProfileFolder(resolve(place.project, place.folder));
  const packaged = await readProfileFolder(PACKAGED_PROFILES);
  for (const fault of [...packaged.faults, ...(own?.faults ?? [])]) {
    place.warn(`Profile ${fault.file} is left out. ${fault.message}`);
  }
  const profiles = newestProfiles([...place.stored, ...(own?.profiles ?? []), ...packaged.profiles]);
  return {
    profiles,
    profile: await namedProfile(options.profile, profiles, place.cwd),
    encoding: namedEncoding(options.encoding),
    separator: namedSeparator(options.separator),
    target: null,
    maxRecordBytes: recordSize(options.maxRecordSize),
    recordTimeout: timeLimit(options.recordTimeout),
  };
}

async function namedProfile(
  name: string | undefined,
  profiles: readonly Profile[],
  cwd: string,
): Promise<Profile | null> {
  if (name === undefined) return null;
  const known = profiles.find((profile) => profile.name === name);
  if (known) return known;
  const file = resolve(cwd, name);
  if (!existsSync(file)) {
    const names = profiles.map((profile) => profile.name).join(', ');
    throw new CommandError(
      `There is no profile and no file called "${name}". Known profiles: ${names || 'none'}.`,
    );
  }
  const read = await readProfileFile(file);
  if ('profile' in read) return read.profile;
  throw new CommandError(`Profile ${name} cannot be used. ${read.fault.message}`);
}

function namedEncoding(name: string | undefined): string | null {
  if (name === undefined) return null;
  if (isKnownEncoding(name)) return name;
  throw new CommandError(
    `"${name}" is not a known encoding. Use a name such as utf-8, windows-1256 or iso-8859-6.`,
  );
}

function namedSeparator(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (text.trim() !== '') return text.trim();
  throw new CommandError(
    '--separator is empty. Give the text that stands between two articles, such as "* * *".',
  );
}

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

function recordSize(text: string | undefined): number {
  if (text === undefined) return DEFAULT_MAX_RECORD_BYTES;
  const match = /^(\d{1,9})([kmg]?)b?$/i.exec(text);
  const unit = UNITS[match?.[2]?.toLowerCase() ?? ''];
  if (!match || unit === undefined || Number(match[1]) === 0) {
    throw new CommandError(`"${text}" is not a size. Write bytes, or a number with K, M or G, such as 64M.`);
  }
  return Number(match[1]) * unit;
}

function timeLimit(text: string | undefined): number {
  if (text === undefined) return DEFAULT_RECORD_TIMEOUT;
  const match = /^(\d{1,7})(ms|s)$/.exec(text);
  if (!match || Number(match[1]) === 0) {
    throw new CommandError(`"${text}" is not a time. Write seconds or milliseconds, such as 30s or 500ms.`);
  }
  return Number(match[1]) * (match[2] === 's' ? 1000 : 1);
}
