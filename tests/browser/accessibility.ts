import { readFile } from 'node:fs/promises';

import type { Page } from 'playwright-core';

interface Violation {
  readonly id: string;
  readonly impact: 'minor' | 'moderate' | 'serious' | 'critical' | null;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}

const GRAVE: readonly (string | null)[] = ['serious', 'critical'];
const LONGEST_EXCERPT = 160;

const FINITE_ANIMATIONS_ENDED = `Promise.allSettled(
  document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity)
    .map((one) => one.finished))`;

/** What axe finds serious on the archive's own part of the page, a line for each kind, with the first place. */
export async function graveViolations(page: Page): Promise<string[]> {
  // Neither a button under the mouse nor one that is changing its colour is as people read it.
  await page.mouse.move(0, 0);
  await page.evaluate(FINITE_ANIMATIONS_ENDED);
  await page.evaluate(await readFile(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const violations = await page.evaluate<Violation[]>(
    "axe.run('main', { resultTypes: ['violations'] }).then((result) => result.violations)",
  );
  return violations
    .filter(({ impact }) => GRAVE.includes(impact))
    .map(({ id, help, nodes }) => `${id}: ${help} ${nodes[0]?.html.slice(0, LONGEST_EXCERPT) ?? ''}`);
}
