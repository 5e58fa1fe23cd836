/** Boots the Strapi project of the working directory and prints, as JSON, what the plugin made of it. */
const { createRequire } = require('node:module');
const { join } = require('node:path');

const requireHere = createRequire(join(process.cwd(), 'package.json'));
const { createStrapi } = requireHere('@strapi/strapi');
const { errors } = requireHere('@strapi/utils');

const STORY = 'api::story.story';

/** What Strapi's error handler knows becomes a message for the editor; anything else is an internal error. */
async function saveTwice(strapi) {
  const data = { headline: 'Twice', address: 'twice' };
  const { documentId } = await strapi.documents(STORY).create({ data });
  const fault = await strapi
    .documents(STORY)
    .create({ data })
    .catch((error) => error);
  await strapi.documents(STORY).delete({ documentId });
  return { told: fault instanceof errors.ApplicationError, message: fault.message };
}

async function main() {
  const strapi = createStrapi({ appDir: process.cwd(), distDir: process.cwd() });
  strapi.log.level = 'error';
  await strapi.load();
  const plugin = strapi.plugin('archive');
  const report = {
    plugin: plugin !== undefined,
    contentTypes: Object.keys(plugin?.contentTypes ?? {}),
    attributes: Object.keys(strapi.contentType(STORY).attributes),
    saveTwice: process.argv.includes('--save-twice') ? await saveTwice(strapi) : null,
    stories: await strapi.documents(STORY).findMany({ status: 'published', populate: ['era'] }),
  };
  await strapi.destroy();
  process.stdout.write(JSON.stringify(report));
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
