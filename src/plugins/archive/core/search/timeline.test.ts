import { dayNumber } from './date-number';
import { timeline } from './timeline';

const span = (first: string, last: string, count: number) => ({
  first: dayNumber(first) ?? 0,
  last: dayNumber(last) ?? 0,
  count,
});
const spans = [
  span('2005-07-14', '2005-07-14', 3),
  span('2005-07-01', '2005-07-31', 2),
  span('2004-01-01', '2004-12-31', 1),
  span('2005-01-01', '2017-12-31', 40),
];

describe('timeline', () => {
  it.each([
    [
      'year',
      [
        ['2004', 1],
        ['2005', 5],
      ],
      40,
    ],
    ['month', [['2005-07', 5]], 41],
    ['day', [['2005-07-14', 3]], 43],
  ] as const)('counts by %s what certainly lies there', (by, counts, uncertain) => {
    const found = timeline(spans, by);
    expect(found.buckets.map(({ date, count }) => [date, count])).toEqual(counts);
    expect(found.uncertain).toBe(uncertain);
  });
});
