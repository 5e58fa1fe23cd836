import { chromium } from '../harness/chromium';
import { describeWith } from '../harness/requirement';
import { graveViolations } from './accessibility';
import { openAdminSite, type AdminSite, type Visitor } from './admin-site';

describeWith(chromium, 'the list of imports', () => {
  let admin: AdminSite;
  let archivist: Visitor;

  beforeAll(async () => {
    admin = await openAdminSite();
    archivist = await admin.visit();
  });
  afterAll(async () => {
    expect(archivist.faults).toEqual([]);
    await admin.close();
  });

  it('is reached from the menu, and shows what became of the records', async () => {
    const { page } = archivist;
    await page.getByRole('link', { name: 'Archive' }).first().click();
    await page.getByRole('heading', { name: 'Imports', level: 1 }).waitFor();
    const row = page.getByRole('row').filter({ hasText: 'samples' });
    await row.getByText('Completed').first().waitFor();
    await row.getByRole('img', { name: /Created: 48/ }).waitFor();
  });

  it('is open to those who cannot see it', async () => {
    expect(await graveViolations(archivist.page)).toEqual([]);
  });

  it('speaks Arabic, from right to left', async () => {
    const { page, open, faults } = await admin.visit({ locale: 'ar' });
    await open('imports');
    await page.getByRole('heading', { name: 'عمليات الاستيراد', level: 1 }).waitFor();
    expect(await page.evaluate("getComputedStyle(document.querySelector('main')).direction")).toBe('rtl');
    expect(faults).toEqual([]);
  });
});
