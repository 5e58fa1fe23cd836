/** The two builds of the project, in their order: the plugin first, because Strapi skips an unbuilt plugin silently. */
import { join } from 'node:path';

import { isStale, removeStamp, stampOf, writeStamp } from './build-stamp.mjs';
import { PLUGIN, PLUGIN_NAME, PROJECT, tool } from './project-paths.mjs';
import { runStep } from './run-step.mjs';

const inPlugin = (...names) => names.map((name) => join(PLUGIN, name));
const inProject = (...names) => names.map((name) => join(PROJECT, name));

const plugin = {
  name: 'plugin',
  inputs: [
    ...inPlugin('admin', 'bin', 'core', 'server', 'shared', 'package.json'),
    ...inProject('package-lock.json'),
  ],
  outputs: inPlugin(
    'dist/server/index.js',
    'dist/admin/index.js',
    'dist/cli/index.js',
    'dist/parse-worker/index.js',
  ),
  step: {
    title: 'Building the archive plugin',
    command: 'npm',
    args: ['run', 'build', '-w', PLUGIN_NAME],
    advice: 'The lines above are from "npm run build -w @backfile/strapi-plugin-archive".',
  },
};

const app = {
  name: 'app',
  // The admin holds the plugin's admin part, hence the plugin's sources once more.
  inputs: inProject(
    'config',
    'src',
    'types',
    'tsconfig.json',
    'package-lock.json',
    'src/plugins/archive/package.json',
  ),
  skip: [...inPlugin('bin', 'server'), ...inProject('src/plugins/archive/profiles')],
  outputs: inProject('dist/src/index.js', 'dist/config/plugins.js', 'dist/build/index.html'),
  step: {
    title: 'Building the app and its admin (about half a minute)',
    command: tool('strapi'),
    args: ['build'],
    advice: 'The lines above are from "npm run strapi -- build".',
    env: { NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true' },
  },
};

/** Builds what is missing or stale; everything where `force` is true. */
export async function build({ force = false } = {}) {
  for (const part of [plugin, app]) {
    if (!force && !isStale(part)) continue;
    const stamp = stampOf(part);
    removeStamp(part);
    await runStep(part.step);
    writeStamp(part, stamp);
  }
}
