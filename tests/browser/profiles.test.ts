import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { Locator, Page } from 'playwright-core';

import { chromium } from '../harness/chromium';
import { PROJECT } from '../harness/project';
import { describeWith } from '../harness/requirement';
import { SAMPLES } from '../harness/samples';
import { graveViolations } from './accessibility';
import { openAdminSite, type AdminSite, type Visitor } from './admin-site';
import { saveScreenshot } from './screenshot';
import { typeJson } from './type-json';

jest.setTimeout(300_000);

const COURIER = path.join(SAMPLES, 'sefina-courier');
const PROFILE = JSON.parse(
  readFileSync(path.join(PROJECT, 'profiles', 'sefina-courier.json'), 'utf8'),
) as Record<string, unknown>;

describeWith(chromium, 'profiles in the admin', () => {
  let admin: AdminSite;
  let archivist: Visitor;
  let page: Page;
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });

  beforeAll(async () => {
    admin = await openAdminSite();
    archivist = await admin.visit({ role: 'Archivist' });
    page = archivist.page;
  });
  afterAll(async () => {
    await admin.close();
  });

  it('are listed in their newest versions', async () => {
    await archivist.open('profiles');
    await page.getByRole('row').filter({ hasText: 'sefina-courier' }).waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await saveScreenshot(page, 'profiles');
  });

  it('say what is wrong while they are edited, and keep every version', async () => {
    await archivist.open('profiles/sefina-courier');
    await typeJson(page, { ...PROFILE, dateOrder: 'year-first' });
    await page.getByText('dateOrder', { exact: true }).first().waitFor();
    await typeJson(page, { ...PROFILE, title: 'Courier, mended' });
    await page.getByText('This is a valid profile.').waitFor();
    await saveScreenshot(page, 'profile');
    expect(await graveViolations(page)).toEqual([]);
    await button('Save as the next version').click();
    await page.getByRole('heading', { name: 'Courier, mended' }).waitFor();
    await page.getByRole('tab', { name: 'Versions' }).click();
    await page
      .getByRole('region', { name: 'What changed' })
      .getByText(/\+ .*Courier, mended/)
      .waitFor();
    await saveScreenshot(page, 'profile-versions');
    expect(await graveViolations(page)).toEqual([]);
  });

  it('are tested on a record that is not imported', async () => {
    await archivist.open('profiles/sefina-courier');
    await page.locator('input[type="file"]').setInputFiles(path.join(COURIER, '0004-almond-festival.txt'));
    await page.getByRole('group', { name: 'Headline' }).waitFor();
  });

  it('are learned from samples, with what each rule rests on', async () => {
    await archivist.open('profiles/learn');
    const files = readdirSync(COURIER).filter((name) => name.endsWith('.txt'));
    await page.locator('input[type="file"]').setInputFiles(files.map((name) => path.join(COURIER, name)));
    await page.locator('input[name="name"]').fill('courier-learned');
    await button('Learn').click();
    await page.getByText(/^Learned from \d+ pages$/).waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await page.getByText('This is a valid profile.').waitFor();
    await button('Save as the next version').click();
    await page.waitForURL(/profiles\/courier-learned/);
  });

  it.each([
    ['ar', 'ملفات التعريف', 'عمليات الاستيراد', 'rtl'],
    ['fr', 'Profils', 'Imports', 'ltr'],
  ] as const)(
    'and imports speak the language of the admin: %s',
    async (locale, profiles, imports, direction) => {
      const visitor = await admin.visit({ locale, theme: 'dark' });
      await visitor.open('profiles');
      await visitor.page.getByRole('heading', { name: profiles, level: 1 }).waitFor();
      await visitor.open('imports');
      await visitor.page.getByRole('heading', { name: imports, level: 1 }).waitFor();
      expect(await visitor.page.evaluate("getComputedStyle(document.querySelector('main')).direction")).toBe(
        direction,
      );
      expect(await graveViolations(visitor.page)).toEqual([]);
      await saveScreenshot(visitor.page, `imports-${locale}-dark`);
      await visitor.open('imports/1');
      await saveScreenshot(visitor.page, `import-job-${locale}-dark`);
      expect(await graveViolations(visitor.page)).toEqual([]);
      expect(visitor.faults).toEqual([]);
    },
  );

  it('raised no fault in the browser', () => {
    expect(archivist.faults).toEqual([]);
  });
});
