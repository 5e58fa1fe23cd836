import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

import { bootSite, TEST_ENV } from '../harness/boot-site';
import { createDatabase, eachDatabase } from '../harness/databases';
import { importDumps, outcomesOf } from '../harness/import-dumps';
import { writeDump, writeProfile, type Page } from '../harness/invented-paper';
import { PROJECT } from '../harness/project';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import type { TestDatabase } from '../harness/test-database';
import { canonicalTables } from './canonical-tables';
import { readContent, writeContent } from './copy-through-documents';

const FULL: Page = {
  title: 'Ferry Crews Return to Work',
  legacyId: '12',
  legacyUrl: 'http://lantern.example/view?id=12',
  kicker: 'Harbour',
  standfirst: 'The strike of nine weeks is over.',
  byline: 'Jane Roe',
  section: 'Town',
  date: '3 July 2002',
  media: [
    { legacyId: '77', caption: 'The ferry at the quay.', credit: 'A. Photographer' },
    { legacyId: '78', caption: 'The other ferry.', credit: 'B. Photographer' },
  ],
  body:
    'HOLLIN - The ferry crews of Hollin went back to work on Monday, nine weeks after they had walked out.\n\n' +
    'The first boat left with *forty* passengers. President Jorge Vallin sent greetings from Damascus.\n\n' +
    'Lebanon and Syria sent greetings of their own to the crews.',
};
const PLAIN: Page = {
  title: 'A Quiet Week',
  body: 'Nothing happened in Damascus.\n\nNothing happened in Lebanon.',
};
const ARABIC: Page = {
  title: 'عمال العبارات يعودون إلى العمل',
  byline: 'سامر النجماوي',
  date: '3 يوليو 2002',
  media: [{ legacyId: '79', caption: 'العبارة عند الرصيف.', credit: 'مصور' }],
  body: 'عاد عمال العبارات إلى العمل يوم الاثنين بعد تسعة أسابيع.\n\nوزار الوزير دمشق وبيروت ثم عاد إلى لبنان.',
};

eachDatabase('what an import writes', (kind) => {
  let folder: TemporaryFolder;
  let imported: TestDatabase;

  async function importAll(
    database: TestDatabase,
    env: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const english = ['--profile', await writeProfile(folder.path, 'en')];
    const arabic = ['--profile', await writeProfile(folder.path, 'ar')];
    const at = (box: string) => path.join(folder.path, box);
    await writeDump(at('english'), { '1.txt': FULL, '2.txt': PLAIN });
    await writeDump(at('drafts'), {
      '1.txt': { ...FULL, title: 'Ferry Crews Vote', legacyId: '13', legacyUrl: '' },
    });
    await writeDump(at('arabic'), { '1.txt': ARABIC });
    for (const args of [
      [...english, at('english')],
      [...english, '--draft', at('drafts')],
      [...arabic, at('arabic')],
    ]) {
      const done = await importDumps(database, args, { env });
      expect(Object.keys(outcomesOf(done))).toEqual(['created']);
    }
  }

  async function prepared(): Promise<TestDatabase> {
    const database = await createDatabase(kind);
    await (await bootSite({ database })).close();
    return database;
  }

  /** Boots the site in a process of its own, in a time zone; returns the articles that it reads, as JSON. */
  async function started(database: TestDatabase, zone: Readonly<Record<string, string>>): Promise<string> {
    const script = path.join(__dirname, 'report-instants.cjs');
    const { stdout } = await promisify(execFile)(process.execPath, [script, PROJECT], {
      cwd: PROJECT,
      env: { ...process.env, ...withoutUndefined(TEST_ENV), ...database.env, ...zone },
    });
    return stdout;
  }

  beforeAll(async () => {
    folder = await temporaryFolder();
    imported = await prepared();
    await importAll(imported);
  });
  afterAll(async () => {
    await imported.drop();
    await folder.remove();
  });

  it('equals, row by row, what the Document Service writes for the same values', async () => {
    const site = await bootSite({ database: imported });
    const content = await readContent(site.strapi);
    await site.close();
    expect(Object.values(content).map((documents) => documents.length)).toEqual([
      1,
      1,
      expect.any(Number),
      3,
      4,
    ]);

    const saved = await prepared();
    try {
      const other = await bootSite({ database: saved });
      await writeContent(other.strapi, content);
      await other.close();

      const expected = await canonicalTables(saved);
      const actual = await canonicalTables(imported);
      expect(actual).toEqual(expected);
      expect(expected['articles']).toHaveLength(7);
      expect(expected['articles_entities_lnk']?.length).toBeGreaterThan(10);
      expect(expected['articles_media_items_lnk']).toHaveLength(8);
      expect(expected['media_items_cmps']).toHaveLength(3);
      expect(expected['sources_cmps']).toHaveLength(2);
    } finally {
      await saved.drop();
    }
  });

  it.each([
    ['like the site, in a time zone other than UTC', { TZ: 'Asia/Riyadh' }, { TZ: 'Asia/Riyadh' }],
    ['in another time zone than the site', { TZ: 'Asia/Riyadh' }, { TZ: 'UTC' }],
    ['in UTC beside a site that is not', { TZ: 'UTC' }, { TZ: 'America/New_York' }],
  ])('is the same instant and the same day where the import runs %s', async (_where, importZone, zone) => {
    const database = await createDatabase(kind);
    try {
      const before = Date.now();
      await started(database, zone);
      await importAll(database, importZone);
      const stdout = await started(database, zone);
      const after = Date.now();
      const articles = JSON.parse(stdout) as Record<string, string>[];
      expect(articles.map(({ title }) => title)).toEqual(
        expect.arrayContaining([FULL.title, PLAIN.title, ARABIC.title, 'Saved by hand']),
      );
      for (const article of articles) {
        for (const clock of ['createdAt', 'updatedAt', 'publishedAt']) {
          const instant = new Date(article[clock] ?? '').getTime();
          expect(instant).toBeGreaterThanOrEqual(before);
          expect(instant).toBeLessThanOrEqual(after);
        }
      }
      const days = articles
        .filter(({ title }) => title !== PLAIN.title)
        .map(({ dateEarliest }) => dateEarliest);
      expect(days.length).toBeGreaterThan(3);
      expect(new Set(days)).toEqual(new Set(['2002-07-03']));
    } finally {
      await database.drop();
    }
  });
});

function withoutUndefined(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}
