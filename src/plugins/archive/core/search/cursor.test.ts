import fc from 'fast-check';

import { cursorText, readCursor, searchName } from './cursor';

describe('cursor', () => {
  it('comes back as it was', () => {
    for (const score of [null, 1.25, 1e-7, 0]) {
      const cursor = { doc: 7_000_000_000_000_000, score, search: searchName('ferry') };
      expect(readCursor(cursorText(cursor), cursor.search)).toEqual(cursor);
    }
  });

  it('is refused by another search, and where it is none', () => {
    const text = cursorText({ doc: 1, score: null, search: searchName('ferry') });
    expect(readCursor(text, searchName('ferries'))).toBeNull();
    fc.assert(
      fc.property(fc.string(), (junk) => {
        expect(readCursor(junk, searchName('ferry'))).toBeNull();
      }),
    );
  });
});
