import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';
import { readProfile, type Profile } from '../profiles/profile';
import { readerFor } from '../readers';
import { draftArticle } from './draft-from-record';

const ROOT = join(__dirname, '../../../../..');
const SAMPLES = join(ROOT, 'samples');
const FIXTURES = join(ROOT, 'tests/fixtures/samples');

const fixtureSchema = z.strictObject({
  outcome: z.string(),
  encoding: z.string().nullable(),
  article: z.record(z.string(), z.unknown()),
  source: z.unknown(),
  era: z.unknown(),
  media: z.array(z.unknown()),
  issues: z.array(z.string()),
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function profilesIn(folder: string): Profile[] {
  return filesUnder(folder).map((file) => {
    const { profile, faults } = readProfile(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    if (profile === null) throw new Error(`${file}: ${JSON.stringify(faults)}`);
    return profile;
  });
}

async function* chunksOf(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

async function draftOf(path: string, profiles: readonly Profile[]) {
  const bytes = readFileSync(join(SAMPLES, path));
  const reader = readerFor(bytes.subarray(0, 4096), path);
  if (reader === null) throw new Error(`no reader for ${path}`);
  for await (const record of reader.records(chunksOf(bytes), { maxRecordBytes: 16 * 1024 * 1024 })) {
    return { record, draft: draftArticle(record, { profiles, path }) };
  }
  throw new Error(`no record in ${path}`);
}

describe('every sample', () => {
  const profiles = [...profilesIn(join(ROOT, 'profiles')), ...profilesIn(join(__dirname, '../../profiles'))];
  const paths = filesUnder(SAMPLES).filter((path) => path.endsWith('.txt'));

  it('has an expected result, and every expected result a sample', () => {
    const expected = filesUnder(FIXTURES).map((path) => path.replace(/\.json$/, '.txt'));
    expect(paths).toEqual(expected);
    expect(paths.length).toBeGreaterThanOrEqual(40);
  });

  it.each(paths)('%s', async (path) => {
    const fixture = fixtureSchema.parse(
      JSON.parse(readFileSync(join(FIXTURES, path.replace(/\.txt$/, '.json')), 'utf8')),
    );
    const { record, draft } = await draftOf(path, profiles);
    const { outcome, article, source, era, media } = draft;
    const expected = { outcome: fixture.outcome, article: fixture.article, source: fixture.source };
    expect({ outcome, article, source }).toEqual(expected);
    expect({ era, media }).toEqual({ era: fixture.era, media: fixture.media });
    expect(draft.issues.map(({ code }) => code)).toEqual(expect.arrayContaining([...fixture.issues]));
    if (fixture.encoding !== null) expect(record.encoding.name).toBe(fixture.encoding);
  });
});
