import fc from 'fast-check';

import { memberPath } from './member-path';

describe('memberPath', () => {
  it.each([
    ['2004/07/0001.txt', '2004/07/0001.txt'],
    ['./a//b.txt', 'a/b.txt'],
    ['a..b/c...txt', 'a..b/c...txt'],
    ['الأرشيف/١.txt', 'الأرشيف/١.txt'],
  ])('%s -> %s', (name, path) => {
    expect(memberPath(name)).toEqual({ is: 'file', path });
  });

  it.each([
    '../a',
    'a/../../b',
    '/etc/passwd',
    'C:/a',
    'c:a',
    'a\\b',
    '..',
    'a\0.txt',
    `a/${'b'.repeat(5000)}`,
  ])('refuses %j', (name) => {
    expect(memberPath(name)).toEqual({ is: 'unsafe' });
  });

  it.each([
    ['a/', 'folder'],
    ['', 'folder'],
    ['./', 'folder'],
    ['.DS_Store', 'hidden'],
    ['a/.git/b', 'hidden'],
    ['__MACOSX/a/_b.txt', 'hidden'],
  ])('%j is %s', (name, is) => {
    expect(memberPath(name)).toEqual({ is });
  });

  it('never lets a path leave its folder', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('..', '.', '/', '\\', 'a', 'C:', '\0', ''), { maxLength: 8 }),
        (parts) => {
          const place = memberPath(parts.join(''));
          if (place.is !== 'file') return;
          expect(place.path.split('/')).not.toContain('..');
          expect(place.path).not.toMatch(/^[/A-Z]|[\\\0]/);
        },
      ),
    );
  });
});
