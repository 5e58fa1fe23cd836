import { chromium } from '../harness/chromium';
import { describeWith } from '../harness/requirement';
import { graveViolations } from './accessibility';
import { openAdminSite, type AdminSite, type Visitor } from './admin-site';
import { saveScreenshot } from './screenshot';

const ERA = 'SEFINA COURIER English Archive';

/** What is in the archive: every number leads to the list behind it. */
describeWith(chromium, 'the overview', () => {
  let admin: AdminSite;
  let visitor: Visitor;

  beforeAll(async () => {
    admin = await openAdminSite();
    visitor = await admin.visit();
  });
  afterAll(async () => {
    expect(visitor.faults).toEqual([]);
    await admin.close();
  });

  it('is where the archive opens, with articles by year, era and source', async () => {
    const { page, open } = visitor;
    await open('');
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await page.getByRole('heading', { name: 'By year' }).waitFor();
    await page.getByRole('heading', { name: 'Latest jobs' }).waitFor();
    await page.getByRole('link', { name: 'Quarantined records' }).waitFor();
    await saveScreenshot(page, 'overview');
    expect(await graveViolations(page)).toEqual([]);
  });

  it('opens the articles of an era, as many as it says', async () => {
    const { page, open } = visitor;
    await open('overview');
    const [row] = await admin.database.rows(`SELECT count(DISTINCT a.document_id) AS n FROM articles a
      JOIN articles_era_lnk l ON l.article_id = a.id JOIN archive_eras e ON e.id = l.era_id
      WHERE e.name = '${ERA}' AND a.locale = 'en'`);
    await page.getByRole('link', { name: ERA }).click();
    await page.getByText(`${String(row?.['n'])} entries found`).waitFor();
  });

  it('opens the articles of a year', async () => {
    const { page, open } = visitor;
    await open('overview');
    const bar = page.getByRole('link', { name: /^2004: / });
    const count = /: (\d+)$/.exec((await bar.getAttribute('aria-label')) ?? '')?.[1];
    expect(Number(count)).toBeGreaterThan(0);
    await bar.click();
    await page.getByText(/\d+ entr(?:y|ies) found/).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
  });

  it('stands on the home page, in short', async () => {
    const { page } = visitor;
    await page.goto(`${admin.site.url ?? ''}/admin`);
    await page.getByRole('link', { name: /^Articles: \d+/ }).waitFor();
    await page.getByRole('link', { name: /^Waits for review: \d+/ }).click();
    await page.getByRole('heading', { name: 'Review', exact: true }).waitFor();
  });

  it('reads from right to left in Arabic, in the dark', async () => {
    const { page, open } = await admin.visit({ locale: 'ar', theme: 'dark', width: 1920 });
    await open('overview');
    await page.getByRole('heading', { name: 'حسب السنة' }).waitFor();
    await page.getByRole('heading', { name: 'أحدث المهام' }).waitFor();
    await saveScreenshot(page, 'overview-ar-dark');
    expect(await graveViolations(page)).toEqual([]);
  });
});
