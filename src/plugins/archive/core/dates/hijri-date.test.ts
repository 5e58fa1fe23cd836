import { isoDay } from './calendar';
import { gregorianOfHijri } from './hijri-date';

describe('gregorianOfHijri', () => {
  it.each([
    { hijri: [1437, 10, 9], gregorian: '2016-07-14', by: 'umm-al-qura' },
    { hijri: [1343, 1, 1], gregorian: '1924-08-01', by: 'umm-al-qura' },
    { hijri: [1300, 1, 1], gregorian: '1882-11-11', by: 'arithmetic' },
  ] as const)('converts $hijri', ({ hijri: [year, month, day], gregorian, by }) => {
    const converted = gregorianOfHijri(year, month, day);
    expect(converted && { gregorian: isoDay(converted.day), by: converted.by }).toEqual({ gregorian, by });
  });

  it('joins the two calendars within a day', () => {
    // The last day by arithmetic is the one before the first day of the converter, 1 August 1924.
    const last = gregorianOfHijri(1342, 12, 29);
    expect(last && isoDay(last.day)).toBe('1924-07-31');
  });

  it.each([
    [1437, 13, 1],
    [1437, 0, 1],
    [1437, 1, 31],
    [1437, 1, 0],
    [1342, 2, 30],
    [802, 1, 1],
    [1601, 1, 1],
  ])('has no %i-%i-%i', (year, month, day) => {
    expect(gregorianOfHijri(year, month, day)).toBeNull();
  });
});
