import { dayNumber, dayOfNumber, daysInMonth, isDay, isoDay, weekdayOf } from './calendar';

describe('the calendar', () => {
  it('counts days from 1970 as the platform does, and back', () => {
    for (let number = -210_000; number < 84_000; number += 61) {
      const day = dayOfNumber(number);
      expect(isoDay(day)).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10));
      expect(dayNumber(day)).toBe(number);
    }
  });

  it('knows the weekday', () => {
    expect(weekdayOf({ year: 2016, month: 7, day: 14 })).toBe(4);
    expect(weekdayOf({ year: 1605, month: 1, day: 2 })).toBe(0);
  });

  it('knows leap years', () => {
    expect([1900, 2000, 2015, 2016].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
    expect(isDay({ year: 2015, month: 2, day: 29 })).toBe(false);
    expect(isDay({ year: 2016, month: 13, day: 1 })).toBe(false);
    expect(isDay({ year: 2016, month: 1, day: 0 })).toBe(false);
  });
});
