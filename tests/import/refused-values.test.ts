import path from 'node:path';

import { bootSite, type Site } from '../harness/boot-site';
import { copyAppWithRules, type AppCopy } from '../harness/copy-app';
import { createDatabase, eachDatabase } from '../harness/databases';
import { importDumps } from '../harness/import-dumps';
import { writeDump, writeProfile, type Page } from '../harness/invented-paper';
import { ledgerOf, type LedgerRow } from '../harness/ledger';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import type { TestDatabase } from '../harness/test-database';
import { page } from './deliveries';

const ARTICLE = 'api::article.article';

/** What a site may ask of its articles besides length and presence. */
const RULES = {
  kicker: { regex: '^[A-Z][a-z]+$' },
  standfirst: { minLength: 12 },
  byline: { unique: true },
  section: { type: 'enumeration', enum: ['Town', 'Country'], maxLength: undefined },
  wordCount: { min: 8, max: 60 },
  dateline: { type: 'email', maxLength: undefined },
};

const words = (count: number) => `${Array.from({ length: count }, (_, n) => `word${n}`).join(' ')}.`;
const own = (title: string, rest: Partial<Page> = {}): Page => ({
  ...page(title, { byline: `By ${title}` }),
  body: `The council spoke of “${title}” on Monday and surprised nobody who had been at the quay.`,
  ...rest,
});

/** By file: what the rule is called, the page, and how its issue begins; null: it fits. */
const CASES: Readonly<Record<string, readonly [string, Page, string | null]>> = {
  '01.txt': ['everything fits', own('The first mill is sold', { kicker: 'Trade' }), null],
  '02.txt': ['the pattern', own('The second mill is sold', { kicker: 'TRADE 2' }), 'kicker (like'],
  '03.txt': [
    'the least length',
    own('The third mill is sold', { standfirst: 'Sold.' }),
    'standfirst (at least',
  ],
  '04.txt': ['the list', own('The fourth mill is sold', { section: 'Sport' }), 'section (one of'],
  '05.txt': ['the greatest number', own('The fifth mill is sold', { body: words(61) }), 'wordCount (at most'],
  '06.txt': ['the least number', own('The sixth mill is sold', { body: words(7) }), 'wordCount (at least'],
  '07.txt': ['the type', page('The seventh mill is sold', { byline: 'Seven' }), 'dateline (an e-mail'],
  '08.txt': [
    'uniqueness in the batch',
    own('The eighth mill', { byline: 'By The first mill is sold' }),
    'byline: By',
  ],
  '09.txt': [
    'the length',
    own('The ninth mill is sold', { kicker: `T${'o'.repeat(255)}` }),
    'kicker (at most',
  ],
};
/** Of those, what Strapi takes as a draft. */
const DRAFTS = ['01.txt', '02.txt', '03.txt', '06.txt', '07.txt', '08.txt'];

/** The values that the import finds in a page. */
function dataOf({ title, body, kicker, standfirst, byline, section }: Page) {
  const [before, after] = body.split(' - ');
  const [dateline, text] = before === 'HOLLIN' ? [before, after ?? ''] : [null, body];
  const given = { kicker, standfirst, byline, section };
  const wordCount = text.split(/\s+/).length;
  return { ...given, title, body: text, dateline, wordCount };
}

jest.setTimeout(300_000);

eachDatabase('records that the site would refuse', (kind) => {
  let app: AppCopy;
  let folder: TemporaryFolder;
  const databases: TestDatabase[] = [];
  let profile: string;

  const boot = (database: TestDatabase) => bootSite({ database, appDir: app.appDir });
  async function prepared(): Promise<TestDatabase> {
    const database = await createDatabase(kind);
    databases.push(database);
    await (await boot(database)).close();
    return database;
  }
  const pages = Object.fromEntries(Object.entries(CASES).map(([file, [, one]]) => [file, one]));
  const run = async (database: TestDatabase, box: string, options: readonly string[] = []) => {
    const done = await importDumps(database, ['--profile', profile, ...options, path.join(folder.path, box)]);
    const rows = await ledgerOf(database, done.report.job);
    return new Map(rows.map((row) => [path.basename(row.dumpPath), row]));
  };

  beforeAll(async () => {
    app = await copyAppWithRules('article', RULES);
    folder = await temporaryFolder();
    profile = await writeProfile(folder.path);
    await writeDump(path.join(folder.path, 'box'), pages);
  });
  afterAll(async () => {
    for (const database of databases) await database.drop();
    await app.remove();
    await folder.remove();
  });

  async function takes(site: Site, status: 'draft' | 'published', one: Page): Promise<boolean> {
    const documents = site.strapi.documents(ARTICLE);
    try {
      await documents.create({ data: dataOf(one) as never, locale: 'en', status });
      return true;
    } catch (error) {
      if ((error as Error).name === 'ValidationError') return false;
      throw error;
    }
  }

  it.each(['published', 'draft'] as const)(
    'are quarantined, and the same are refused by the Document Service: %s',
    async (status) => {
      const imported = await prepared();
      const ledger = await run(imported, 'box', status === 'draft' ? ['--draft'] : []);
      const site = await boot(await prepared());
      for (const [file, [rule, one, begins]] of Object.entries(CASES)) {
        const fits = begins === null || (status === 'draft' && DRAFTS.includes(file));
        const row = ledger.get(file);
        expect([rule, row?.outcome]).toEqual([rule, fits ? 'created' : 'quarantined']);
        expect([rule, await takes(site, status, one)]).toEqual([rule, fits]);
        if (begins !== null && row?.outcome === 'quarantined') expect(lastIssue(row)).toContain(begins);
      }
      await site.close();
    },
  );

  it('are quarantined where another article of the database has the value, and not where it is their own', async () => {
    const database = await prepared();
    await run(database, 'box');
    await writeDump(path.join(folder.path, 'later'), {
      '01.txt': own('The tenth mill is sold', { byline: 'By The first mill is sold' }),
      '02.txt': own('The eleventh mill is sold'),
    });
    const later = await run(database, 'later');
    expect(later.get('01.txt')).toMatchObject({ outcome: 'quarantined', reason: 'value-taken' });
    expect(later.get('02.txt')?.outcome).toBe('created');

    await writeDump(path.join(folder.path, 'box'), {
      '01.txt': own('The first mill is sold', { kicker: 'Craft' }),
    });
    expect((await run(database, 'box')).get('01.txt')?.outcome).toBe('updated');
    await writeDump(path.join(folder.path, 'box'), {
      '01.txt': own('The first mill is sold', { kicker: 'craft' }),
    });
    expect((await run(database, 'box', ['--draft'])).get('01.txt')?.outcome).toBe('quarantined');
  });

  it('are quarantined where what goes with them does not fit: a credit that no column holds', async () => {
    const database = await prepared();
    const media = [{ legacyId: '71', caption: 'The quay', credit: 'R. Roe and '.repeat(30) }];
    await writeDump(path.join(folder.path, 'media'), {
      '01.txt': own('The twelfth mill is sold', { media }),
      '02.txt': own('The thirteenth mill is sold'),
    });
    const ledger = await run(database, 'media');
    expect(ledger.get('01.txt')).toMatchObject({ outcome: 'quarantined', reason: 'value-too-long' });
    expect(lastIssue(ledger.get('01.txt'))).toContain('media-item credit (at most 255');
    expect(ledger.get('02.txt')?.outcome).toBe('created');
  });
});

function lastIssue(row: LedgerRow | undefined): string {
  return row?.issues.at(-1)?.found ?? '';
}
