import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { PROJECT } from '../harness/project';

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  path.join('src', 'plugins', 'archive', 'README.md'),
  ...readdirSync(path.join(PROJECT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join('docs', name)),
];

/** `## How an import works` -> `how-an-import-works`, as GitHub names it. */
function anchorsIn(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    (heading ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('the documents', () => {
  it.each(PAGES)('%s links to files and headings that are there', (page) => {
    const links = [...readFileSync(path.join(PROJECT, page), 'utf8').matchAll(/\]\((?!https?:)([^)]+)\)/g)];
    const broken = links.flatMap(([, link = '']) => {
      const [file = '', anchor] = link.split('#');
      const target = path.join(PROJECT, file === '' ? page : path.join(path.dirname(page), file));
      if (!existsSync(target)) return [link];
      return anchor === undefined || anchorsIn(readFileSync(target, 'utf8')).includes(anchor) ? [] : [link];
    });
    expect(broken).toEqual([]);
  });
});
