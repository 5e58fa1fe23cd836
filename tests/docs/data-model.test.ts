import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { PROJECT } from '../harness/project';

interface Schema {
  readonly info: { readonly displayName: string };
  readonly attributes: Readonly<Record<string, unknown>>;
}

const PAGE = readFileSync(path.join(PROJECT, 'docs', 'data-model.md'), 'utf8');

function schemasIn(folder: string): Schema[] {
  const root = path.join(PROJECT, folder);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => path.basename(file) === 'schema.json')
    .map((file) => JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Schema);
}

/** First cells of the tables below a heading, up to the next heading. */
function explainedUnder(heading: string): string[] {
  const section = PAGE.split(/^##+ /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name ?? '');
}

describe('docs/data-model.md', () => {
  const schemas = [...schemasIn('src/api'), ...schemasIn('src/plugins/archive/server/src/content-types')];

  it.each(schemas.map((schema) => [schema.info.displayName, schema] as const))(
    'explains every attribute of %s',
    (name, { attributes }) => {
      // The publisher is added at the start, where the project has sources.
      const explained = explainedUnder(name).filter((attribute) => attribute !== 'publisher');
      expect(explained.sort()).toEqual(Object.keys(attributes).sort());
    },
  );
});
