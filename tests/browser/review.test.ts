import path from 'node:path';

import { chromium } from '../harness/chromium';
import { ERA, writeDump, writeProfile } from '../harness/invented-paper';
import { importDumps } from '../harness/import-dumps';
import { describeWith } from '../harness/requirement';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import { graveViolations } from './accessibility';
import { openAdminSite, settled, type AdminSite, type Visitor } from './admin-site';
import { saveScreenshot } from './screenshot';

const ARTICLE = 'api::article.article';
const HEADLINE = 'The ferry sails again';
const LIGHTHOUSE = 'Rasmira: Lighthouse Keepers Bid Farewell to Oil Lamp, ‘Old Lady’';
const council = (number: number, sentence: string) => ({
  title: `Council notes, part ${['zero', 'one', 'two'][number] ?? ''}`,
  legacyId: String(900 + number),
  body: `HOLLIN - The members met on Monday and the clerk read paper ${String(number)} aloud.\n\n${sentence}`,
});
const PAGES = {
  'empty.txt': `${HEADLINE} | ${ERA} 1990 - 2010\nArticle ID: 2\n`,
  '0.txt': council(0, 'Gen. Yehya al-Tinwar left.'),
  '1.txt': council(1, 'Gen. Yahya Tinwar came.'),
  '2.txt': council(2, 'Gen. Yehya al-Tinwar met Gen. Yahya Tinwar.'),
};

/** What waits for a person is decided with a few keys, and each decision can be undone. */
describeWith(chromium, 'the review page and the archive record', () => {
  let admin: AdminSite;
  let folder: TemporaryFolder;
  let visitor: Visitor;

  beforeAll(async () => {
    folder = await temporaryFolder();
    admin = await openAdminSite();
    const profile = await writeProfile(folder.path);
    await writeDump(path.join(folder.path, 'box'), PAGES);
    await importDumps(admin.database, ['--profile', profile, path.join(folder.path, 'box')]);
    visitor = await admin.visit();
  });
  afterAll(async () => {
    expect(visitor.faults).toEqual([]);
    await admin.close();
    await folder.remove();
  });

  it('mends a quarantined record beside its raw text, undoes that, and accepts it again', async () => {
    const { page, open } = visitor;
    await open('review');
    await page.getByRole('heading', { name: 'Make it an article, or reject it' }).waitFor();
    await page.getByRole('button', { name: new RegExp(HEADLINE) }).click();
    const raw = page.getByRole('region', { name: 'In the dump' });
    await raw.getByText('Article ID: 2').waitFor();
    expect(await page.getByRole('button', { name: 'Accept' }).isDisabled()).toBe(true);
    await page
      .locator('textarea[name="body"]')
      .fill('The ferry sails again, the harbour master said on Monday.');
    await page.locator('input[name="dateEdtf"]').fill('soon');
    await page.getByText(/This is no date in EDTF/).waitFor();
    await page.locator('input[name="dateEdtf"]').fill('2001-05');
    await page.getByText('May 1, 2001 to May 31, 2001').waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await saveScreenshot(page, 'review-record');
    await page.getByRole('button', { name: 'Accept' }).click();
    const said = page.getByRole('status').filter({ hasText: `“${HEADLINE}” is an article now.` });
    await said.waitFor();
    const found = () =>
      admin.site.strapi.documents(ARTICLE).findMany({ filters: { title: HEADLINE }, locale: 'en' });
    expect(await found()).toMatchObject([{ dateEdtf: '2001-05', dateBasis: 'inferred' }]);
    await said.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: new RegExp(HEADLINE) }).waitFor();
    expect(await found()).toEqual([]);
  });

  it('merges two spellings with one key, and undoes it with another', async () => {
    const { page, open } = visitor;
    await open('review/merges');
    await page.getByRole('button', { name: /Tinwar · .*Tinwar/ }).click();
    await page.locator('mark').filter({ hasText: 'Tinwar' }).first().waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await saveScreenshot(page, 'review-merge');
    await page.keyboard.press('m');
    await page
      .getByRole('status')
      .filter({ hasText: /was merged into/ })
      .waitFor();
    await page.getByRole('button', { name: /Tinwar · .*Tinwar/ }).waitFor({ state: 'detached' });
    await page.keyboard.press('u');
    await page.getByRole('button', { name: /Tinwar · .*Tinwar/ }).waitFor();
  });

  it('dates an undated article', async () => {
    const { page, open } = visitor;
    await open('review/undated');
    await page.getByRole('button', { name: /Lighthouse Keepers/ }).click();
    await page.locator('input[name="edtf"]').fill('2004-03~');
    await page.getByText(/March 1, 2004 to March 31, 2004, approximately/).waitFor();
    await page.getByRole('button', { name: 'Set the date' }).click();
    await page
      .getByRole('status')
      .filter({ hasText: /is dated/ })
      .waitFor();
    const published = await admin.site.strapi
      .documents(ARTICLE)
      .findFirst({ filters: { title: LIGHTHOUSE }, locale: 'en', status: 'published' });
    expect(published).toMatchObject({
      dateEdtf: '2004-03~',
      dateEarliest: '2004-03-01',
      dateBasis: 'inferred',
    });
  });

  it('shows the other queues without a fault', async () => {
    const { page, open } = visitor;
    for (const queue of ['entities', 'variants', 'media']) {
      await open(`review/${queue}`);
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      expect([queue, ...(await graveViolations(page))]).toEqual([queue]);
      await saveScreenshot(page, `review-${queue}`);
    }
  });

  it('shows where an article comes from beside it, withdraws it and restores it', async () => {
    const { page } = visitor;
    const article = await admin.site.strapi
      .documents(ARTICLE)
      .findFirst({ filters: { title: LIGHTHOUSE }, locale: 'en' });
    const address = `/admin/content-manager/collection-types/${ARTICLE}/${article?.documentId ?? ''}`;
    await page.goto(`${admin.site.url ?? ''}${address}?plugins[i18n][locale]=en`);
    await settled(page);
    await page.getByText('SEFINA COURIER English Archive').first().waitFor();
    await page
      .getByText(/March 1, 2004 to March 31, 2004, approximately/)
      .first()
      .waitFor();
    await page.getByRole('heading', { name: 'Archive record' }).scrollIntoViewIfNeeded();
    await saveScreenshot(page, 'archive-record');
    await page.getByRole('button', { name: 'Where it comes from' }).click();
    await page.getByRole('button', { name: /^title/ }).click();
    await page.locator('mark').filter({ hasText: 'Lighthouse Keepers' }).waitFor();
    await saveScreenshot(page, 'provenance');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByRole('alertdialog').getByRole('textbox').fill('A court asked for it.');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click();
    await page.getByText(/^Withdrawn on/).waitFor();
    const isPublished = () =>
      admin.site.strapi
        .documents(ARTICLE)
        .findFirst({ filters: { title: LIGHTHOUSE }, locale: 'en', status: 'published' });
    expect(await isPublished()).toBeNull();
    await page.getByRole('button', { name: 'Restore' }).click();
    await page.getByRole('alertdialog').getByRole('textbox').fill('The court took it back.');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Restore' }).click();
    await page.getByRole('button', { name: 'Withdraw' }).waitFor();
    expect(await isPublished()).toMatchObject({ dateEdtf: '2004-03~' });
  });

  it('is the same in the dark and in Arabic', async () => {
    const dark = await admin.visit({ theme: 'dark' });
    await dark.open('review/merges');
    await dark.page.locator('mark').first().waitFor();
    expect(await graveViolations(dark.page)).toEqual([]);
    await saveScreenshot(dark.page, 'review-merge-dark');
    const arabic = await admin.visit({ locale: 'ar' });
    await arabic.open('review');
    await arabic.page.getByRole('heading', { name: 'المراجعة', level: 1 }).waitFor();
    await saveScreenshot(arabic.page, 'review-arabic');
    expect([...dark.faults, ...arabic.faults]).toEqual([]);
  });

  it('is not there for somebody without the right, and the server refuses as well', async () => {
    const editor = await admin.visit({ role: 'Editor' });
    await editor.page.goto(`${admin.site.url ?? ''}/admin/plugins/archive/review`);
    await editor.page.getByRole('main').waitFor();
    expect(await editor.page.getByRole('heading', { name: 'Review' }).count()).toBe(0);
  });
});
