import type { ArticleName } from './article-names';
import { isSeenEnough, isStrong, mayBeSuggested } from './suggestion';

const name = (text: string, more: Partial<ArticleName> = {}): ArticleName => ({
  text,
  hash: 1,
  kind: 'organization',
  confidence: 0.6,
  title: null,
  standsFor: null,
  spans: [],
  ids: [],
  ...more,
});
const seen = (articles: number, mean = 0.7) => ({ articles, certainty: articles * mean });

describe('what becomes a suggested record', () => {
  it('is what one sighting proves', () => {
    expect(isStrong(name('Qalun', { kind: 'place', confidence: 0.95 }))).toBe(true);
    expect(isStrong(name('Omar Bell', { kind: 'person', confidence: 0.9 }))).toBe(true);
    expect(isStrong(name('Zalmar', { confidence: 0.89 }))).toBe(false);
  });

  it('is what three articles speak of, and not with doubt', () => {
    expect(isSeenEnough(name('Zalmar'), seen(3))).toBe(true);
    expect(isSeenEnough(name('Zalmar'), seen(2))).toBe(false);
    expect(isSeenEnough(name('Zalmar'), seen(30, 0.5))).toBe(false);
  });

  it('is a person of one name only where five articles speak of him', () => {
    for (const text of ['Bell', 'al-Tarsi']) {
      expect(isStrong(name(text, { kind: 'person', confidence: 0.95 }))).toBe(false);
      expect(isSeenEnough(name(text, { kind: 'person' }), seen(4))).toBe(false);
      expect(isSeenEnough(name(text, { kind: 'person' }), seen(5))).toBe(true);
    }
  });

  it('is never a name without a kind, nor a short form', () => {
    for (const one of [name('Zalmar', { kind: null }), name('ZB', { standsFor: 'Zalmar Bank' })]) {
      expect(mayBeSuggested({ ...one, confidence: 0.98 })).toBe(false);
      expect(isStrong({ ...one, confidence: 0.98 })).toBe(false);
      expect(isSeenEnough(one, seen(99))).toBe(false);
    }
  });
});
