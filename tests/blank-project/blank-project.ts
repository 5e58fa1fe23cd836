import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { PROJECT } from '../harness/project';

/** A content type with names of its own: nothing in it is called what this project calls it. */
const STORY = {
  kind: 'collectionType',
  collectionName: 'stories',
  info: { singularName: 'story', pluralName: 'stories', displayName: 'Story' },
  options: { draftAndPublish: true },
  pluginOptions: { archive: { enabled: true } },
  attributes: {
    headline: { type: 'string', required: true },
    text: { type: 'text' },
    address: { type: 'string' },
  },
};

const CONFIGURATION = {
  'admin.js': `module.exports = () => ({
    auth: { secret: 'blank' }, apiToken: { salt: 'blank' }, transfer: { token: { salt: 'blank' } },
    secrets: { encryptionKey: 'blank-project-key-of-32-letters!' },
  });`,
  'server.js': `module.exports = () => ({ host: '127.0.0.1', port: 1337, app: { keys: ['one', 'two'] } });`,
  'database.js': `module.exports = () => ({ connection: {
    client: 'sqlite', connection: { filename: '.tmp/data.db' }, useNullAsDefault: true,
  } });`,
};

/** How that project names the plugin's targets; the rest of its configuration stays at the defaults. */
export const NAMED_TARGETS = {
  content: {
    article: { uid: 'api::story.story', attributes: { title: 'headline', body: 'text', slug: 'address' } },
    source: null,
    entity: null,
    media: null,
  },
};

/** Writes a Strapi project in plain JavaScript with one content type, without the plugin. */
export async function writeBlankProject(folder: string): Promise<void> {
  const { dependencies } = JSON.parse(await readFile(path.join(PROJECT, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const names = [
    '@strapi/strapi',
    'better-sqlite3',
    'react',
    'react-dom',
    'react-router-dom',
    'styled-components',
  ];
  const chosen = Object.fromEntries(names.map((name) => [name, dependencies[name]]));
  await writeJson(folder, 'package.json', {
    name: 'blank',
    version: '0.0.0',
    private: true,
    dependencies: chosen,
  });
  await writeJson(folder, 'src/api/story/content-types/story/schema.json', STORY);
  for (const [name, text] of Object.entries(CONFIGURATION)) {
    await writeInside(folder, path.join('config', name), text);
  }
  for (const empty of ['public/uploads', 'database/migrations']) {
    await mkdir(path.join(folder, empty), { recursive: true });
  }
}

/** Writes `config/plugins.js` with the plugin's own part of it. */
export async function configurePlugin(folder: string, config: object): Promise<void> {
  const text = `module.exports = () => (${JSON.stringify({ archive: { config } })});`;
  await writeInside(folder, 'config/plugins.js', text);
}

async function writeJson(folder: string, name: string, value: object): Promise<void> {
  await writeInside(folder, name, JSON.stringify(value, null, 2));
}

async function writeInside(folder: string, name: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
  await writeFile(path.join(folder, name), text);
}
