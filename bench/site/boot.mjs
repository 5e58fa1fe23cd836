/** Boots the built site in this process; the environment says on which database. */
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { PROJECT } from '../../scripts/project-paths.mjs';

export const projectRequire = createRequire(join(PROJECT, 'package.json'));

export async function bootSite() {
  const strapi = projectRequire('@strapi/strapi').createStrapi({
    appDir: PROJECT,
    distDir: join(PROJECT, 'dist'),
  });
  strapi.log.level = 'error';
  await strapi.load();
  return strapi;
}

/** Says what the helper found as its last line, and ends it: Strapi may leave timers behind. */
export function finish(result) {
  process.stdout.write(`\n${JSON.stringify(result)}\n`, () => process.exit(0));
}
