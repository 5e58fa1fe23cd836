import type { Page } from 'playwright-core';

/** Replaces what stands in the page's JSON editor, as somebody would who pastes. */
export async function typeJson(page: Page, value: unknown): Promise<void> {
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(JSON.stringify(value));
}
