import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { PROJECT } from '../harness/project';

const CORE = 'src/plugins/archive/core';
/** The rules that keep the core pure; a file that cannot be read at all may hide anything. */
const PURITY = new Set([
  'archive/core-imports',
  'no-restricted-globals',
  'no-restricted-properties',
  'no-restricted-syntax',
  'unreadable',
]);

interface Fault {
  readonly file: string;
  readonly rule: string;
  readonly message: string;
}

interface Report {
  readonly texts: readonly (readonly Fault[])[];
  readonly files: readonly Fault[];
}

const REFUSED: readonly (readonly [text: string, rule: string])[] = [
  ["import { readFileSync } from 'node:fs';", 'archive/core-imports'],
  ["import { readFileSync } from 'fs';", 'archive/core-imports'],
  ["import type { Stats } from 'fs';", 'archive/core-imports'],
  ["import { errors } from '@strapi/utils';", 'archive/core-imports'],
  ["import { register } from '../../server/src/register';", 'archive/core-imports'],
  ["export { register } from '../../server/src/register';", 'archive/core-imports'],
  ["import { chunk } from 'lodash';", 'archive/core-imports'],
  ["export const later = () => import('node:fs');", 'archive/core-imports'],
  ['export const later = (name: string) => import(name);', 'archive/core-imports'],
  ["export type Stats = import('node:fs').Stats;", 'archive/core-imports'],
  ["import fs = require('fs');", 'archive/core-imports'],
  ["export const fs = require('fs');", 'no-restricted-globals'],
  ['export const now = Date.now();', 'no-restricted-properties'],
  ['export const now = new Date();', 'no-restricted-syntax'],
  ['export const now = Date();', 'no-restricted-syntax'],
  ['export const chance = Math.random();', 'no-restricted-properties'],
  ['export const where = process.cwd();', 'no-restricted-globals'],
  ['export const bytes = Buffer.from("");', 'no-restricted-globals'],
  ['console.log(1);', 'no-restricted-globals'],
  ['export const here = __dirname;', 'no-restricted-globals'],
  ['export const where = globalThis.process;', 'no-restricted-globals'],
  ['export default 1;', 'no-restricted-syntax'],
];

const ALLOWED = [
  "import { issue } from '../issue';",
  "import slugify from 'slugify';",
  "import { z } from 'zod';",
  "export const then = new Date('2005-06-07T00:00:00Z');",
  "export const text = new TextDecoder('utf-8').decode(new Uint8Array());",
];

describe('core/ is pure', () => {
  const verdicts = new Map<string, string[]>();
  let report: Report;

  // Loading the types once takes longer than all the rest.
  beforeAll(() => {
    const texts = [...REFUSED.map(([text]) => text), ...ALLOWED];
    const done = spawnSync(process.execPath, [path.join(PROJECT, 'tests', 'lint', 'lint.mjs')], {
      cwd: PROJECT,
      input: JSON.stringify({ standIn: `${CORE}/dates/bounds.ts`, texts, files: `${CORE}/**/*.ts` }),
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    if (done.status !== 0) throw new Error(done.stderr);
    report = JSON.parse(done.stdout) as Report;
    texts.forEach((text, index) => {
      const rules = report.texts[index]?.map(({ rule }) => rule) ?? ['unreadable'];
      verdicts.set(
        text,
        rules.filter((rule) => PURITY.has(rule)),
      );
    });
  });

  it.each(REFUSED)('refuses %s', (text, rule) => {
    expect(verdicts.get(text)).toContain(rule);
  });

  it.each(ALLOWED)('allows %s', (text) => {
    expect(verdicts.get(text)).toEqual([]);
  });

  it('holds for every file that is there', () => {
    expect(report.files.filter(({ rule }) => PURITY.has(rule))).toEqual([]);
  });
});
