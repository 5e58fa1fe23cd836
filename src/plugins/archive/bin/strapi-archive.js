#!/usr/bin/env node
'use strict';

const { existsSync } = require('node:fs');
const { join } = require('node:path');

const built = join(__dirname, '..', 'dist', 'cli', 'index.js');
if (!existsSync(built)) {
  process.stderr.write(
    'strapi-archive: the plugin is not built yet. Run "npm run setup" in the project first.\n',
  );
  process.exitCode = 2;
} else {
  void require(built)
    .run(process.argv.slice(2))
    .then((code) => {
      // Strapi may leave timers and connections behind where its start failed; nothing is waited for any more.
      process.exit(code);
    });
}
