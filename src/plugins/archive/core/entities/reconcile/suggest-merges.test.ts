import type { MergeCandidate } from './suggest-merges';
import { likestRecords, suggestMerges } from './suggest-merges';

const person = (id: string, ...names: string[]): MergeCandidate => ({ id, kind: 'person', names });

describe('suggestMerges', () => {
  it('pairs records by any of their names, best first, with what speaks for it', () => {
    const found = suggestMerges([
      person('a', 'Yehya al-Tinwar'),
      person('b', 'Omar Tarsi', 'يحيى التنوار'),
      person('c', 'Lina Bell'),
      person('d', 'Bell, Lina'),
    ]);
    expect(found.map(({ one, other, reasons }) => [one, other, reasons])).toEqual([
      ['c', 'd', ['reordered']],
      ['a', 'b', ['otherScript']],
    ]);
    expect(found[1]?.names).toEqual(['Yehya al-Tinwar', 'يحيى التنوار']);
  });

  it('doubts that a person and a place are one', () => {
    const place: MergeCandidate = { id: 'p', kind: 'place', names: ['Lina Bell'] };
    expect(suggestMerges([person('c', 'Lina Bell'), place])).toEqual([]);
  });

  it('never compares all with all: ten thousand records of one name take seconds', () => {
    const records = Array.from({ length: 10_000 }, (_, at) => person(`r${at}`, `Mohammed Ali`));
    const begun = performance.now();
    const found = suggestMerges(records);
    expect(found.length).toBeLessThan(100_000);
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});

describe('likestRecords', () => {
  it('gives the records that a name may stand for, and leaves the others', () => {
    const records = [person('a', 'Yahya Tinwar'), person('b', 'Omar Tarsi')];
    expect(likestRecords(['يحيى التنوار'], 'person', records).map(({ record }) => record.id)).toEqual(['a']);
    expect(likestRecords(['Nobody'], null, records)).toEqual([]);
  });
});
