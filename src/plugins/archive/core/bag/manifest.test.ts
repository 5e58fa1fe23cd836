import fc from 'fast-check';

import { isInsideBag, manifestText, readManifest } from './manifest';

const HASH = 'a'.repeat(64);

describe('manifestText', () => {
  it('writes a line for each file: hash, two spaces, path', () => {
    expect(manifestText([{ path: 'data/a b.txt', sha256: HASH }])).toBe(`${HASH}  data/a b.txt\n`);
  });

  it('is read back as it was, whatever the path', () => {
    const path = fc.string({ unit: 'binary', minLength: 1 }).map((end) => `data/${end}`);
    fc.assert(
      fc.property(fc.array(path), (paths) => {
        const files = paths.map((one) => ({ path: one, sha256: HASH }));
        expect(readManifest(manifestText(files))).toEqual({ files, wrongLines: [] });
      }),
    );
  });
});

describe('readManifest', () => {
  it('takes tabs, capitals and the line ends of other systems', () => {
    const text = `${HASH.toUpperCase()}\tdata/one\r\n${HASH} data/two\r`;
    expect(readManifest(text).files).toEqual([
      { path: 'data/one', sha256: HASH },
      { path: 'data/two', sha256: HASH },
    ]);
  });

  it('names the lines that it cannot read', () => {
    expect(readManifest(`${HASH}  data/one\nno hash\n\nabc  data/two\n`).wrongLines).toEqual([2, 4]);
  });

  it('takes no longer for a long line than for many short ones', () => {
    expect(readManifest('a'.repeat(1_000_000)).wrongLines).toEqual([1]);
  });
});

describe('isInsideBag', () => {
  it.each(['data/a', 'data/tables/articles.ndjson', 'data/.hidden'])('lets %j pass', (path) => {
    expect(isInsideBag(path)).toBe(true);
  });

  it.each(['', '/etc/passwd', '../a', 'data/../../a', 'data//a', 'C:/a', 'data\\..\\a', 'data/a\0', './a'])(
    'refuses %j',
    (path) => {
      expect(isInsideBag(path)).toBe(false);
    },
  );
});
