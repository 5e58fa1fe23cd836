import { dayNumber, dayOf } from './date-number';

const DAY = 86_400_000;

describe('dayNumber', () => {
  it('counts every day of the calendar once, as the clock does', () => {
    const first = Date.UTC(1600, 0, 1);
    const start = dayNumber('1600-01-01') ?? 0;
    for (let day = 0; day < 300_000; day += 1) {
      const iso = new Date(first + day * DAY).toISOString().slice(0, 10);
      if (dayNumber(iso) !== start + day || dayOf(start + day) !== iso) throw new Error(iso);
    }
    expect(dayOf(dayNumber('9999-12-31') ?? 0)).toBe('9999-12-31');
  });

  it.each([null, '', '2016', '2016-13-01', '0000-01-01', 'yesterday'])('has no number for %j', (day) => {
    expect(dayNumber(day)).toBeNull();
  });
});
