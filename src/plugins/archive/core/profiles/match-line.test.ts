import { anyLineMatcher, matchesLine } from './match-line';

describe('matchesLine', () => {
  it.each([
    ['  SELECT   page ', { equals: 'Select Page' }, true],
    ['Select Page 2', { equals: 'Select Page' }, false],
    ['Copyright © 1999 - 2011 The Courier', { startsWith: 'copyright ©' }, true],
    ['The copyright ©', { startsWith: 'copyright ©' }, false],
    ['Market | SEFINA COURIER Archive', { endsWith: '| Sefina Courier archive' }, true],
    ['SEFINA COURIER Archive, page 2', { endsWith: 'Sefina Courier archive' }, false],
    ['Reader’s letters', { includes: "reader's" }, true],
    ['الأرشيف الإلكتروني', { includes: 'الارشيف' }, true],
    ['a.c', { equals: 'abc' }, false],
    ['abc', { equals: 'a.c' }, false],
    ['Photo: the quay', { startsWith: 'Photo:', endsWith: 'quay' }, true],
    ['Photo: the market', { startsWith: 'Photo:', endsWith: 'quay' }, false],
  ])('%s against %j is %s', (line, pattern, expected) => {
    expect(matchesLine(line, pattern)).toBe(expected);
  });

  it('takes a line of a million characters', () => {
    expect(matchesLine(`${'( '.repeat(500_000)}end`, { endsWith: '( END' })).toBe(true);
  });
});

describe('anyLineMatcher', () => {
  it('matches where one pattern does, and never without patterns', () => {
    const matches = anyLineMatcher([{ equals: 'home' }, { startsWith: 'skip' }]);
    expect([matches('home'), matches('skip to content'), matches('sport')]).toEqual([true, true, false]);
    expect(anyLineMatcher([])('home')).toBe(false);
  });
});
