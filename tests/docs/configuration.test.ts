import { readFileSync } from 'node:fs';
import path from 'node:path';

import { archiveConfigSchema } from '../../src/plugins/archive/server/src/config/archive-config';
import { PROJECT } from '../harness/project';

const PAGES = [path.join('docs', 'architecture.md'), path.join('src', 'plugins', 'archive', 'README.md')];

describe("the plugin's configuration", () => {
  it.each(PAGES)('is explained key by key in %s', (page) => {
    const text = readFileSync(path.join(PROJECT, page), 'utf8');
    const keys = Object.keys(archiveConfigSchema.shape);
    expect(keys.filter((key) => !new RegExp(`^\\| \`${key}\` +\\|`, 'm').test(text))).toEqual([]);
  });
});
