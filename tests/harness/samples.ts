import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { ParseLine } from '../../src/plugins/archive/shared/parse-line';
import { PROJECT } from './project';

export const SAMPLES = path.join(PROJECT, 'samples');
const FIXTURES = path.join(PROJECT, 'tests', 'fixtures', 'samples');

/** The expected result of one sample, as `tests/fixtures/samples` has it. */
export interface Sample extends Pick<ParseLine, 'outcome' | 'article' | 'source' | 'era' | 'media'> {
  /** Its path in the dump: `samples/sefina-courier/0001-footbridge-opens.txt`. */
  readonly dumpPath: string;
  readonly issues: readonly string[];
}

/** Every sample, in the order in which they are imported. */
export function samples(): Sample[] {
  const files = readdirSync(FIXTURES, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(FIXTURES, path.join(entry.parentPath, entry.name)));
  return files.sort().map((file) => {
    const expected = JSON.parse(readFileSync(path.join(FIXTURES, file), 'utf8')) as Omit<Sample, 'dumpPath'>;
    const dumpPath = ['samples', ...file.split(path.sep)].join('/').replace(/json$/, 'txt');
    return { ...expected, dumpPath };
  });
}
