import { existsSync } from 'node:fs';

import { chromium as playwright, type Browser } from 'playwright-core';

import type { Requirement } from './requirement';

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

export const chromium: Requirement = {
  name: 'Chromium',
  missing: existsSync(executablePath)
    ? null
    : `There is no Chromium at ${executablePath}. Install it, or set CHROMIUM_PATH.`,
};

/** A browser that reaches out to nobody but the pages it is sent to. Close it at the end. */
export function launchChromium(): Promise<Browser> {
  return playwright.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
