/** `node generate-types.cjs FOLDER`: writes the types of the built app's content types to FOLDER/types/generated. */
const { join } = require('node:path');

const { createStrapi } = require('@strapi/strapi');
// A process of its own, because jest cannot load the formatter that this uses.
const { generators } = require('@strapi/typescript-utils');

const PROJECT = join(__dirname, '..', '..');

async function main(folder) {
  const strapi = createStrapi({ appDir: PROJECT, distDir: join(PROJECT, 'dist') });
  strapi.log.silent = true;
  await strapi.register();
  const artifacts = { contentTypes: true, components: true };
  await generators.generate({ strapi, pwd: folder, artifacts, logger: { silent: true } });
  await strapi.destroy();
}

main(process.argv[2]).catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
