import type { Browser, Locator, Page } from 'playwright-core';

import { bootSite, type Site } from '../harness/boot-site';
import { chromium, launchChromium } from '../harness/chromium';
import { createDatabase } from '../harness/databases';
import { importDumps } from '../harness/import-dumps';
import { describeWith } from '../harness/requirement';
import type { TestDatabase } from '../harness/test-database';
import { saveScreenshot } from './screenshot';

const ARTICLE = 'api::article.article';
const LIST = `/admin/content-manager/collection-types/${ARTICLE}`;
const PERSON = {
  firstname: 'Petra',
  lastname: 'Vonnay',
  email: 'editor@example.test',
  password: 'Lamp-and-fog-1999',
};
const LAMP = 'Rasmira: Lighthouse Keepers Bid Farewell to Oil Lamp, ‘Old Lady’';
const BAKERY = 'فرن الحارة يطفئ ناره بعد تسعين عاماً';

/** The production build, as editors see it: one browser goes through the site from the first visit on. */
describeWith(chromium, 'the admin shows an imported archive', () => {
  let database: TestDatabase;
  let site: Site;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];

  const open = (path: string): Promise<unknown> => page.goto(`${site.url ?? ''}${path}`);
  const field = (name: string): Locator => page.locator(`[name="${name}"]`);

  beforeAll(async () => {
    database = await createDatabase('sqlite');
    await importDumps(database, ['samples']);
    site = await bootSite({ database, listen: true, env: { NODE_ENV: 'production' } });
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => faults.push(error.message));
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    await database.drop();
  });

  it('registers the first administrator', async () => {
    await open('/admin');
    for (const [name, value] of Object.entries(PERSON)) await field(name).fill(value);
    await field('confirmPassword').fill(PERSON.password);
    await page.getByRole('button', { name: /let's start/i }).click();
    await page.getByText(`Hello ${PERSON.firstname}`).waitFor();
  });

  it('lists the English articles, with their dates where an editor asks for those columns', async () => {
    await open(`${LIST}?page=1&pageSize=10&sort=dateEarliest:ASC&plugins[i18n][locale]=en`);
    await page.getByText('31 entries found').waitFor();
    await closeBanner(page);
    await chooseColumns(page, { hide: ['id', 'slug', 'kicker'], show: ['dateEdtf', 'dateBasis'] });
    const row = page.getByRole('row').filter({ hasText: LAMP });
    expect(await row.innerText()).toMatch(/1999\/2011\s+era/);
    await saveScreenshot(page, 'article-list');
  });

  it('opens an article with the archive’s fields', async () => {
    await page.getByRole('row').filter({ hasText: LAMP }).click();
    await page.getByRole('heading', { name: LAMP }).waitFor();
    expect(await field('title').inputValue()).toBe(LAMP);
    expect(await field('dateline').inputValue()).toBe('Rasmira');
    expect(await field('dateEdtf').inputValue()).toBe('1999/2011');
    expect(await field('dumpPath').inputValue()).toBe('samples/sefina-courier/0008-lighthouse-lamp.txt');
    await page.getByText('The Sefina Courier').first().waitFor();
    await page.getByText('SEFINA COURIER English Archive').first().waitFor();
    await saveScreenshot(page, 'article');
    await field('rights').scrollIntoViewIfNeeded();
    await saveScreenshot(page, 'article-archive-fields');
  });

  it('saves an edit, and a later import leaves it alone', async () => {
    await field('kicker').fill('Coast');
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Published document').waitFor();
    const saved = await site.strapi.documents(ARTICLE).findFirst({
      filters: { title: LAMP },
      locale: 'en',
      status: 'published',
      populate: ['source', 'era'],
    });
    expect(saved).toMatchObject({
      kicker: 'Coast',
      dateEdtf: '1999/2011',
      dateBasis: 'era',
      source: { name: 'The Sefina Courier' },
      era: { name: 'SEFINA COURIER English Archive' },
    });
    const again = await importDumps(database, ['samples']);
    expect(again.report.outcomes).toMatchObject({ created: 0, updated: 0, unchanged: 48 });
    const kept = await site.strapi.documents(ARTICLE).findFirst({ filters: { title: LAMP }, locale: 'en' });
    expect(kept).toMatchObject({ kicker: 'Coast' });
  });

  it('tells an editor that a slug is taken, and saves nothing', async () => {
    await field('slug').fill('fog-cuts-short-the-autumn-regatta');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The slug "fog-cuts-short-the-autumn-regatta" is taken.').waitFor();
  });

  it('shows the Arabic articles in the Arabic locale', async () => {
    await open(`${LIST}?page=1&pageSize=20&sort=title:ASC&plugins[i18n][locale]=en`);
    await page.getByRole('combobox', { name: /locale/i }).click();
    await page.getByRole('option', { name: 'Arabic (ar)' }).click();
    await page.getByText('17 entries found').waitFor();
    await saveScreenshot(page, 'article-list-arabic');
    await page.getByRole('row').filter({ hasText: BAKERY }).click();
    await page.getByRole('heading', { name: BAKERY }).waitFor();
    expect(await field('title').inputValue()).toBe(BAKERY);
    expect(await field('dateEdtf').inputValue()).toBe('1997/2012');
    await page.getByText('صدى الواحتين').first().waitFor();
  });

  it('raised no fault in the browser', () => {
    expect(faults).toEqual([]);
  });
});

/** Strapi advertises above its pages until somebody closes it. */
async function closeBanner(page: Page): Promise<void> {
  const banner = page.getByRole('button', { name: 'Close' }).first();
  if (await banner.isVisible()) await banner.click();
}

/** "Displayed fields" of the list's settings. */
async function chooseColumns(page: Page, columns: { hide: string[]; show: string[] }): Promise<void> {
  await page.getByRole('button', { name: 'View Settings' }).click();
  for (const name of columns.hide) await page.getByRole('checkbox', { name, exact: true }).uncheck();
  for (const name of columns.show) await page.getByRole('checkbox', { name, exact: true }).check();
  await page.keyboard.press('Escape');
}
