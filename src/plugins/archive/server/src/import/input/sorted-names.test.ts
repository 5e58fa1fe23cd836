import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';

import { sortedNames } from './sorted-names';

const NAMES = Array.from(
  { length: 5000 },
  (_, n) => `صفحة ${(n * 7919) % 5000}${n % 3 === 0 ? '\n' : ''}.txt`,
);

it.each([1, 7, 999, 5000, 100_000])('sorts as one sort would, in parts of %i', (longest) => {
  const part = longest === 1 ? NAMES.slice(0, 40) : NAMES;
  expect([...sortedNames(part, longest)]).toEqual([...part].sort());
});

it('is empty for an empty folder, and keeps what is there twice', () => {
  expect([...sortedNames([], 2)]).toEqual([]);
  expect([...sortedNames(['b', 'a', 'b', 'a', 'c'], 2)]).toEqual(['a', 'a', 'b', 'b', 'c']);
});

it('leaves no file behind, not even where it is given up half-way', () => {
  for (const name of sortedNames(NAMES, 1000)) if (name.length > 0) break;
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith('archive-names-'))).toEqual([]);
});

it('goes on in memory where no file can be written', () => {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = '/nowhere/at/all';
  try {
    expect([...sortedNames(NAMES, 1000)]).toEqual([...NAMES].sort());
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
});
