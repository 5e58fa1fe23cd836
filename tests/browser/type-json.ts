import type { Page } from 'playwright-core';

/** Replaces what stands in the page's editor of definitions. */
export async function typeJson(page: Page, value: unknown): Promise<void> {
  await page.locator('textarea[name="definition"]').fill(JSON.stringify(value, null, 2));
}
