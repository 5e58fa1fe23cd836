import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Locator, Page } from 'playwright-core';

import { chromium } from '../harness/chromium';
import { PROJECT } from '../harness/project';
import { describeWith } from '../harness/requirement';
import { SAMPLES } from '../harness/samples';
import { graveViolations } from './accessibility';
import { openAdminSite, settled, type AdminSite, type Visitor } from './admin-site';
import { typeJson } from './type-json';
import { saveScreenshot } from './screenshot';

jest.setTimeout(300_000);

const ARTICLE = 'api::article.article';
const COURIER = path.join(SAMPLES, 'sefina-courier');
const PROFILE = JSON.parse(
  readFileSync(path.join(PROJECT, 'profiles', 'sefina-courier.json'), 'utf8'),
) as Record<string, unknown>;
const PAGES = ['0001-footbridge-opens.txt', '0002-harbour-dredging.txt', '0003-wheat-stores.txt'];
/** Enough rows for a person, or a browser, to pause between two batches. */
const ROWS = 6_000;

describeWith(chromium, 'imports in the admin', () => {
  let admin: AdminSite;
  let archivist: Visitor;
  let page: Page;
  const button = (name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });
  const heading = (name: string): Locator => page.getByRole('heading', { name });

  beforeAll(async () => {
    admin = await openAdminSite({
      dumps: ['samples/sada-al-wahatayn'],
      env: { ARCHIVE_IMPORT_ROOTS: SAMPLES },
    });
    archivist = await admin.visit({ role: 'Archivist' });
    page = archivist.page;
  });
  afterAll(async () => {
    await admin.close();
  });

  it('are reached from the menu, with what became of the records', async () => {
    await page.getByRole('link', { name: 'Archive' }).first().click();
    await page.getByRole('link', { name: 'Imports' }).click();
    await heading('Imports').waitFor();
    const row = page.getByRole('row').filter({ hasText: 'sada-al-wahatayn' });
    await row.getByText('Completed').first().waitFor();
    await saveScreenshot(page, 'imports');
    expect(await graveViolations(page)).toEqual([]);
  });

  it('begin with an upload that says what was recognised', async () => {
    await page.getByRole('link', { name: 'New import' }).click();
    await heading('New import').waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await page.locator('input[type="file"]').setInputFiles(PAGES.map((name) => path.join(COURIER, name)));
    await expectCount(page.getByText('Arrived', { exact: true }), PAGES.length);
    await saveScreenshot(page, 'import-upload');
    await button('Look at it').click();
    await heading('What was recognised').waitFor();
    await page.getByText('sefina-courier', { exact: true }).first().waitFor();
    await page.getByText('SEFINA COURIER English Archive').first().waitFor();
  });

  it('show a record and the article that comes of it, with the evidence of each field', async () => {
    const headline = page.getByRole('group', { name: 'Headline' });
    await headline.waitFor();
    const title = (await headline.locator('span[dir="auto"]').innerText()).trim();
    await headline.hover();
    await page.locator('mark').waitFor();
    expect(await page.locator('mark').innerText()).toBe(title);
    await saveScreenshot(page, 'import-preview');
    expect(await graveViolations(page)).toEqual([]);
    await button('Next record').click();
    await page.getByText('2 of 3').waitFor();
    await page.getByText('0002-harbour-dredging.txt').locator('visible=true').first().waitFor();
  });

  it('have their profile corrected, with its effect seen before it is saved', async () => {
    await button('Edit sefina-courier').click();
    const source = page.getByRole('group', { name: 'Source' });
    await typeJson(page, { ...PROFILE, source: { name: '' } });
    await page.getByText('source.name', { exact: false }).first().waitFor();
    expect(await button('Save as the next version').isDisabled()).toBe(true);
    await typeJson(page, {
      ...PROFILE,
      source: { name: 'The Sefina Evening Courier', kind: 'newspaper' },
    });
    await source.getByText('The Sefina Evening Courier').waitFor();
    await button('Save as the next version').click();
    await button('Edit sefina-courier').waitFor();
  });

  it('run, and end as published articles', async () => {
    await button('Choose options').click();
    await button('Start the import').waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await saveScreenshot(page, 'import-options');
    await button('Start the import').click();
    await page.getByText('Completed').first().waitFor();
    await expectCount(page.locator('tbody tr').filter({ hasText: 'sefina-courier' }), PAGES.length);
    expect(await graveViolations(page)).toEqual([]);
    await saveScreenshot(page, 'import-job');
    const [found] = await admin.site.strapi.documents(ARTICLE).findMany({
      filters: { dumpPath: PAGES[1] ?? '' },
      status: 'published',
      populate: ['source'],
    });
    expect(found).toMatchObject({ source: { name: 'The Sefina Evening Courier' } });
  });

  it('find single records in the ledger, by words that stay in the address', async () => {
    await page.locator('input[name="search"]').fill('HARBOUR');
    await page.keyboard.press('Enter');
    await expectCount(page.locator('tbody tr'), 1);
    await page.reload();
    await settled(page);
    await expectCount(page.locator('tbody tr'), 1);
    await page.goBack();
    await expectCount(page.locator('tbody tr'), PAGES.length);
  });

  it('can be paused, resumed and rolled back', async () => {
    await archivist.open('imports/new');
    const rows = Array.from({ length: ROWS }, (_, row) => csvRow(row));
    await page.locator('input[type="file"]').setInputFiles({
      name: 'quarrow.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['title,body,date', ...rows].join('\n')),
    });
    await button('Look at it').click();
    await button('Choose options').click();
    await button('Start the import').click();
    await button('Pause').click();
    await page.getByText('Paused', { exact: true }).waitFor();
    await button('Resume').click();
    await page
      .getByText(/^Completed/)
      .first()
      .waitFor({ timeout: 200_000 });
    await page.getByText('6,000 records').waitFor();
    await button('Roll back').click();
    await page.getByText(/articles that it created are deleted/).waitFor();
    await saveScreenshot(page, 'import-roll-back');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Roll back' }).click();
    await page.getByText('Rolled back', { exact: true }).first().waitFor({ timeout: 200_000 });
    const left = await admin.site.strapi.documents(ARTICLE).count({ filters: { dumpPath: 'quarrow.csv' } });
    expect(left).toBe(0);
  });

  it('are seen but not steered by somebody without the right', async () => {
    await createReader(admin);
    const reader = await admin.visit({ role: 'Reading room' });
    await reader.open('imports');
    await reader.page.getByRole('row').filter({ hasText: 'sada-al-wahatayn' }).waitFor();
    expect(await reader.page.getByRole('link', { name: 'New import' }).count()).toBe(0);
    await reader.open('imports/1');
    expect(await reader.page.getByRole('button', { name: 'Roll back' }).count()).toBe(0);
    expect(await statusOf(reader.page, '/archive/jobs/1/rollback')).toBe(403);
    expect(await statusOf(reader.page, '/archive/uploads/begin')).toBe(403);
    expect(await statusOf(reader.page, '/archive/profiles')).toBe(403);
    await reader.page.goto(`${admin.site.url ?? ''}/admin/plugins/archive/imports/new`);
    await reader.page.getByText(/don't have the permissions/i).waitFor();
    const editor = await admin.visit({ role: 'Editor' });
    expect(await editor.page.getByRole('link', { name: 'Archive', exact: true }).count()).toBe(0);
    expect([...reader.faults, ...editor.faults]).toEqual([]);
  });

  it('raised no fault in the browser', () => {
    expect(archivist.faults).toEqual([]);
  });
});

const WORDS =
  'the clerk ferry harbour council market bridge storm lamp keeper morning evening people report opened closed against after before with from under over new old price grain water school road letter voted paid sailed waited returned said that and were was'.split(
    ' ',
  );

/** A notice unlike all others, so that none is nearly the same as another one. */
function csvRow(row: number): string {
  const day = new Date(Date.UTC(1990, 0, 1 + (row % 3650))).toISOString().slice(0, 10);
  let state = row + 1;
  const words = Array.from({ length: 60 }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return WORDS[(state >> 8) % WORDS.length];
  });
  return `Notice ${row} of the harbour,"The ${words.join(' ')}.",${day}`;
}

async function createReader({ site: { strapi } }: AdminSite): Promise<void> {
  const role: { id: number } = await strapi
    .service('admin::role')
    .create({ name: 'Reading room', description: 'Looks, and touches nothing' });
  await strapi.service('admin::role').assignPermissions(role.id, [{ action: 'plugin::archive.read' }]);
}

/** What the server answers to a request of the person whose page it is, past all buttons. */
function statusOf(page: Page, address: string): Promise<number> {
  return page.evaluate(async (to) => {
    const token = /(?:^|; )jwtToken=([^;]+)/.exec(document.cookie)?.[1] ?? '';
    const answer = await fetch(to, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{}',
    });
    return answer.status;
  }, address);
}

async function expectCount(found: Locator, count: number): Promise<void> {
  await found.nth(count - 1).waitFor();
  await found.nth(count).waitFor({ state: 'detached' });
  expect(await found.count()).toBe(count);
}
