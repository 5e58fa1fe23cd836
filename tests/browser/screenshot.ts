import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from 'playwright-core';

import { PROJECT } from '../harness/project';

/**
 * The pictures of the README and the docs are taken by the tests, so that they show what is: with
 * `SCREENSHOTS=1 npm test -- tests/browser` they are written to `docs/images/`. Otherwise nothing happens.
 */
export async function saveScreenshot(page: Page, name: string): Promise<void> {
  if (!process.env['SCREENSHOTS']) return;
  const folder = path.join(PROJECT, 'docs', 'images');
  await mkdir(folder, { recursive: true });
  // Neither the pointer nor the focus is to leave a mark.
  await page.mouse.move(0, 0);
  await page.evaluate('document.activeElement?.blur()');
  await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' });
}
