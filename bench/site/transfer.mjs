/**
 * `node transfer.mjs export|import FILE`: `strapi export --no-encrypt --no-compress --exclude files` and
 * `strapi import --force --exclude files`, put together as those commands do, so that the transfer can be timed
 * without the compiling and booting that they begin with.
 */
import { dirname, join } from 'node:path';

import { bootSite, finish, projectRequire } from './boot.mjs';
import { ARTICLE } from './content.mjs';

const [action, file] = process.argv.slice(2);
const strapiRoot = dirname(projectRequire.resolve('@strapi/strapi/package.json'));
const { engine: engines, file: files, strapi: sites } = projectRequire('@strapi/data-transfer');
const command = projectRequire(join(strapiRoot, 'dist', 'src', 'cli', 'utils', 'data-transfer.js'));

const chosen = { exclude: ['files'], force: true };
const strapi = await bootSite();
const site = { getStrapi: async () => strapi, autoDestroy: false };
const plain = { encryption: { enabled: false }, compression: { enabled: false } };
const transforms = command.buildTransferTransforms(chosen);

function exporter() {
  const source = sites.providers.createLocalStrapiSourceProvider(site);
  const destination = files.providers.createLocalFileDestinationProvider({ file: { path: file }, ...plain });
  const rules = { versionStrategy: 'ignore', schemaStrategy: 'ignore', exclude: chosen.exclude, transforms };
  return engines.createTransferEngine(source, destination, rules);
}

function importer() {
  const source = files.providers.createLocalFileSourceProvider({ file: { path: file }, ...plain });
  const destination = sites.providers.createLocalStrapiDestinationProvider({
    ...site,
    strategy: sites.providers.DEFAULT_CONFLICT_STRATEGY,
    restore: command.parseRestoreFromOptions(chosen, strapi),
  });
  const { DEFAULT_VERSION_STRATEGY: versionStrategy, DEFAULT_SCHEMA_STRATEGY: schemaStrategy } = engines;
  const rules = { versionStrategy, schemaStrategy, exclude: chosen.exclude, transforms };
  const made = engines.createTransferEngine(source, destination, rules);
  made.onSchemaDiff(command.getDiffHandler(made, { force: true, action: 'import' }));
  return made;
}

const engine = action === 'export' ? exporter() : importer();
const started = performance.now();
await engine.transfer();
const seconds = (performance.now() - started) / 1000;
const published = await strapi.documents(ARTICLE).count({ status: 'published', locale: '*' });
finish({ seconds, published });
