import { comparableName, compareNames } from './compare-names';
import { SUGGEST_FROM } from './suggest-merges';

const compare = (one: string, other: string) => compareNames(comparableName(one), comparableName(other));

describe('compareNames', () => {
  it.each([
    ['Yehya al-Tinwar', 'Yahya Tinwar', 'spelling'],
    ['Yehya al-Tinwar', 'يحيى التنوار', 'otherScript'],
    ['Hezbarrah', 'Hizbarrah', 'spelling'],
    ['Hezb Arrah', 'حزب أره', 'otherScript'],
    ['Mohamed Dahran', 'Muhammad Dahran', 'spelling'],
    ['Y. al-Tinwar', 'Yehya al-Tinwar', 'initials'],
    ['al-Tinwar, Yehya', 'Yehya al-Tinwar', 'reordered'],
    ['Bashir al-Qasim', 'Bashir Qasim', 'sameName'],
    ['Omar Yusuf Tarsi', 'Omar Tarsi', 'partMissing'],
    ['CGC', 'Coastal Guard Corps', 'acronym'],
  ])('takes %s and %s for one, because of %s', (one, other, reason) => {
    for (const likeness of [compare(one, other), compare(other, one)]) {
      expect(likeness.reasons).toContain(reason);
      expect(likeness.score).toBeGreaterThanOrEqual(SUGGEST_FROM);
    }
  });

  it.each([
    ['Hassan Nasri', 'Hussein Nasri'],
    ['Mahmoud Abbar', 'Mohammed Abbar'],
    ['Omar', 'Omar Tarsi'],
    ['Iran', 'Iraq'],
    ['Omar Tarsi', 'Lina Tarsi'],
    ['عمر الترسي', 'Lina Bell'],
    ['', 'Omar Tarsi'],
    ['-', '...'],
  ])('does not take %j and %j for one', (one, other) => {
    expect(compare(one, other).score).toBeLessThan(SUGGEST_FROM);
  });

  it('bears names of any length', () => {
    const long = `${'بن '.repeat(50_000)}${'Tarsi '.repeat(50_000)}`;
    expect(compare(long, long).score).toBeGreaterThan(0);
    expect(compare('a'.repeat(300_000), 'b'.repeat(300_000)).score).toBe(0);
  });
});
