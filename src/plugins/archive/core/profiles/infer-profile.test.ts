import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { draftArticle } from '../draft/draft-from-record';
import type { ArticleField } from '../draft-article';
import { textReader } from '../readers/text/text-reader';
import type { SourceRecord } from '../source-record';
import { sampledPage } from './infer-page';
import { inferProfile, type LearnedProfile } from './infer-profile';
import { readProfile, type Profile } from './profile';

const ROOT = join(__dirname, '../../../../..');
const SEED = join(ROOT, '../shared/corpus/seed-page-dump.txt');

async function recordOf(bytes: Uint8Array): Promise<SourceRecord> {
  async function* chunks() {
    yield bytes;
  }
  for await (const record of textReader.records(chunks(), { maxRecordBytes: 16_000_000 })) return record;
  throw new Error('no record');
}

const record = (text: string) => recordOf(new TextEncoder().encode(text));

async function learned(records: readonly SourceRecord[]): Promise<LearnedProfile> {
  return inferProfile(
    records.map(sampledPage).filter((page) => page !== null),
    'learned',
  );
}

/** Pages of an invented site; what differs from page to page is numbered. */
function pageOf(number: number): string {
  return [
    'News from the Quay | The Quay Gazette',
    '',
    `Boat Number ${number} Comes Home | QUAY GAZETTE Archive 1998 - 2004`,
    'Front page',
    'Fishing',
    `Story ID: ${4000 + number}`,
    'Caption:',
    `The boat named ${'abcdefgh'.charAt(number % 8)}.`,
    '',
    `Harbour- The crew of boat number ${number} came home on Friday after ${number + 2} nights at sea, and said little of it.`,
    '',
    `The harbour master counted ${number} nets and found every one of them in need of mending before the spring.`,
    '',
    'More from the harbour',
    `Boat number ${number + 1} is late`,
    `Last update: ${1 + (number % 28)} May 2003`,
  ].join('\n');
}

describe('inferProfile', () => {
  it('learns names, chrome, labels, datelines and the end of an invented site', async () => {
    const records = await Promise.all(Array.from({ length: 12 }, (_, number) => record(pageOf(number))));
    const { profile, findings, pages } = await learned(records);
    expect(pages).toBe(12);
    expect(profile).toMatchObject({
      source: { name: 'The Quay Gazette' },
      era: { name: 'QUAY GAZETTE Archive', coverage: '1998/2004' },
      language: 'en',
      headline: { separators: [' | '], siteNames: ['QUAY GAZETTE Archive 1998 - 2004'] },
      dateline: { separators: ['- '] },
      end: [{ equals: 'More from the harbour' }],
      recognise: {
        any: [{ includes: 'QUAY GAZETTE Archive 1998 - 2004' }, { includes: 'QUAY GAZETTE Archive' }],
      },
    });
    expect(profile.markers).toEqual([
      { label: 'Story ID:', field: 'legacyId', valueOnNextLine: false },
      { label: 'Caption:', field: 'media.caption', valueOnNextLine: true },
    ]);
    expect(profile.boilerplate).toEqual(
      expect.arrayContaining([
        { equals: 'Front page' },
        { equals: 'Fishing' },
        { equals: 'News from the Quay | The Quay Gazette' },
        { startsWith: 'Last update:' },
      ]),
    );
    expect(findings).toContainEqual({
      key: 'markers',
      value: 'Story ID: → legacyId',
      pages: 12,
      share: 1,
      examples: ['Story ID: 4000', 'Story ID: 4001', 'Story ID: 4002'],
    });
  });

  it('calls nothing chrome that one page alone has', async () => {
    const { profile } = await learned([await record(pageOf(1))]);
    expect(profile.boilerplate).toEqual([]);
    expect(profile.end).toEqual([]);
    expect(profile.era).toMatchObject({ name: 'QUAY GAZETTE Archive', coverage: '1998/2004' });
  });

  it('learns nothing from nothing', async () => {
    const { profile, pages } = await learned([await record('')]);
    expect(pages).toBe(0);
    expect(profile.recognise).toEqual({ all: [], any: [] });
  });

  it('stays quick on hostile pages', async () => {
    const hostile = ['a: '.repeat(100_000), ' | '.repeat(100_000), `${'x'.repeat(40)}:\n`.repeat(20_000)];
    const records = await Promise.all([...hostile, ...hostile].map(record));
    const before = Date.now();
    await learned(records);
    expect(Date.now() - before).toBeLessThan(5000);
  });
});

const SITES = [
  { site: 'sefina-courier', articles: 30, title: 30, body: 30, dateline: 30, legacyId: 30, section: 30 },
  { site: 'sada-al-wahatayn', articles: 17, title: 17, body: 16, dateline: 16, legacyId: 17, section: 17 },
];
const FIELDS: readonly ArticleField[] = ['title', 'body', 'dateline', 'legacyId', 'section'];

describe.each(SITES)('learned from samples/$site', ({ site, articles, ...right }) => {
  it('reads the samples nearly as well as the profile that people wrote, and better than none', async () => {
    const folder = join(ROOT, 'samples', site);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.txt'),
    );
    const records = await Promise.all(files.map((file) => recordOf(readFileSync(join(folder, file)))));
    const { profile } = await learned(records);
    const expected = files.map((file) => expectedOf(site, file));
    const counts = (used: Profile | undefined) => countsOf(records, expected, used);
    const withLearned = counts(profile);
    expect(withLearned).toEqual({ articles, ...right });
    const written = readProfile(
      JSON.parse(readFileSync(join(ROOT, 'profiles', `${site}.json`), 'utf8')),
    ).profile;
    for (const field of FIELDS) {
      expect(withLearned[field]).toBeGreaterThanOrEqual((counts(written ?? undefined)[field] ?? 0) - 1);
      expect(withLearned[field]).toBeGreaterThanOrEqual(counts(undefined)[field] ?? 0);
    }
    expect(withLearned.body).toBeGreaterThan((counts(undefined).body ?? 0) + 5);
  });
});

interface Expected {
  readonly outcome: string;
  readonly article: Readonly<Record<string, unknown>>;
}

function expectedOf(site: string, file: string): Expected {
  const path = join(ROOT, 'tests/fixtures/samples', site, file.replace(/\.txt$/, '.json'));
  const fixture: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return fixture as Expected;
}

function countsOf(
  records: readonly SourceRecord[],
  expected: readonly Expected[],
  profile: Profile | undefined,
): Record<string, number> {
  const counts: Record<string, number> = { articles: 0 };
  records.forEach((one, index) => {
    const truth = expected[index];
    if (truth?.outcome !== 'article') return;
    counts['articles'] = (counts['articles'] ?? 0) + 1;
    const { article } = draftArticle(one, { profiles: [], path: 'x.txt', ...(profile ? { profile } : {}) });
    for (const field of FIELDS) {
      counts[field] = (counts[field] ?? 0) + (article[field] === truth.article[field] ? 1 : 0);
    }
  });
  return counts;
}

const present = existsSync(SEED);
if (!present) console.warn(`skipped: ${SEED} is absent`);

describe('learned from the seed alone', () => {
  it('is there under CI', () => {
    expect(present || process.env['CI'] === undefined).toBe(true);
  });

  (present ? it : it.skip)('finds the archive, its years, the label and the dateline', async () => {
    const { profile } = await learned([await recordOf(readFileSync(SEED))]);
    expect(profile).toMatchObject({
      era: { name: 'ASHARQ AL-AWSAT English Archive', coverage: '2005/2017' },
      dateline: { separators: ['- '] },
      language: 'en',
    });
    expect(profile.markers.map(({ label }) => label)).toEqual(['Media ID:', 'Caption:']);
  });
});
