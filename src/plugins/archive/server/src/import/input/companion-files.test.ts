import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { companionFiles } from './companion-files';

let root: string;

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'companions-'));
  mkdirSync(path.join(root, 'issue', 'pages'), { recursive: true });
  writeFileSync(path.join(root, 'outside.xml'), 'secret');
  writeFileSync(path.join(root, 'issue', 'mets.xml'), 'mets');
  writeFileSync(path.join(root, 'issue', 'pages', '1.xml'), 'page');
  writeFileSync(path.join(root, 'issue', 'large.xml'), 'x'.repeat(200));
  symlinkSync(path.join(root, 'outside.xml'), path.join(root, 'issue', 'link.xml'));
  symlinkSync(root, path.join(root, 'issue', 'up'));
});

afterAll(() => rmSync(root, { recursive: true }));

function companions() {
  const absolute = path.join(root, 'issue', 'mets.xml');
  return companionFiles(
    { absolute, shown: absolute, root, dumpPath: 'issue/mets.xml', size: 4, modifiedAt: 0 },
    100,
  );
}

test('files beside it and below are read', async () => {
  const bytes = await companions().read('pages/1.xml');
  expect(new TextDecoder().decode(bytes ?? undefined)).toBe('page');
  expect(companions().own).toBe('mets.xml');
  expect(await companions().names()).toContain('large.xml');
});

test.each([
  '../outside.xml',
  'pages/../../outside.xml',
  'link.xml',
  'up/outside.xml',
  '/etc/hostname',
  'a\\b',
  'a\0',
  '',
])('nothing else is: %j', async (name) => {
  expect(await companions().read(name)).toBeNull();
});

test.each(['large.xml', 'missing.xml', 'pages'])('neither is what is no readable file: %s', async (name) => {
  expect(await companions().read(name)).toBeNull();
});
