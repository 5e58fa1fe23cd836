import { normalizeSafely } from './stream-safe';

describe('normalizeSafely', () => {
  it('normalizes as the engine does', () => {
    for (const text of ['Cafe\u0301 ﬁn １２', 'مُحَمَّدٌ', `a${'\u0301'.repeat(30)}`]) {
      expect(normalizeSafely(text, 'NFC')).toBe(text.normalize('NFC'));
      expect(normalizeSafely(text, 'NFKC')).toBe(text.normalize('NFKC'));
    }
  });

  it('ends a run of marks after 30', () => {
    expect(normalizeSafely('\u0323'.repeat(31), 'NFC')).toBe(`${'\u0323'.repeat(30)}\u034f\u0323`);
  });

  it('reads a megabyte of marks in linear time', () => {
    const text = `x${'\u0301\u0323'.repeat(500_000)}`;
    expect(normalizeSafely(text, 'NFC').length).toBeGreaterThan(1_000_000);
  });
});
