import { paceFrom, recordsExpected, secondsLeft } from './pace';

const way = { records: 500, recordLimit: null, bytes: 1000, bytesTotal: 4000 };

describe('the pace of a run', () => {
  it('counts what this run did in the time of this run, not what was done before', () => {
    const pace = paceFrom({ at: 0, records: 1_000_000, bytes: 5_000_000 });
    expect(pace.note({ at: 2000, records: 1_000_500, bytes: 5_004_000 })).toEqual({
      records: 250,
      bytes: 2000,
    });
  });

  it('looks at the last seconds: a slow beginning is forgotten', () => {
    const pace = paceFrom({ at: 0, records: 0, bytes: 0 }, 10_000);
    for (let second = 1; second <= 60; second += 1) {
      pace.note({ at: second * 1000, records: second, bytes: second });
    }
    let speed = null;
    for (let second = 1; second <= 20; second += 1) {
      speed = pace.note({ at: (60 + second) * 1000, records: 60 + second * 100, bytes: 60 + second });
    }
    expect(speed).toEqual({ records: 100, bytes: 1 });
  });

  it('knows nothing before time has passed, and 0 where nothing came', () => {
    const pace = paceFrom({ at: 5, records: 1, bytes: 1 });
    expect(pace.note({ at: 5, records: 9, bytes: 9 })).toBeNull();
    expect(paceFrom({ at: 0, records: 1, bytes: 1 }).note({ at: 1000, records: 1, bytes: 1 })).toEqual({
      records: 0,
      bytes: 0,
    });
  });

  it('is right where batches follow each other within milliseconds', () => {
    const pace = paceFrom({ at: 0, records: 0, bytes: 0 });
    let speed = null;
    for (let at = 1; at <= 30_000; at += 1) speed = pace.note({ at, records: at * 3, bytes: at });
    expect(speed?.records).toBeCloseTo(3000);
  });
});

describe('the time that is left', () => {
  it('goes by the bytes to go', () => {
    expect(secondsLeft(way, { records: 1, bytes: 300 })).toBe(10);
  });

  it('goes by the records where a limit comes first', () => {
    expect(secondsLeft({ ...way, recordLimit: 600 }, { records: 50, bytes: 300 })).toBe(2);
  });

  it.each([
    ['without a speed', way, null],
    ['at a standstill', way, { records: 0, bytes: 0 }],
    ['where the bytes are not known', { ...way, bytesTotal: 0 }, { records: 5, bytes: 5 }],
  ])('is not known %s', (_when, on, speed) => {
    expect(secondsLeft(on, speed)).toBeNull();
  });

  it('is never less than nothing', () => {
    expect(secondsLeft({ ...way, bytes: 5000 }, { records: 1, bytes: 300 })).toBe(0);
  });
});

describe('the records of the whole', () => {
  it.each([
    [way, 2000],
    [{ ...way, recordLimit: 700 }, 700],
    [{ ...way, bytes: 0 }, null],
    [{ ...way, bytes: 0, recordLimit: 700 }, 700],
    [{ ...way, bytes: 9000 }, 500],
  ])('are estimated from the bytes: %j', (on, expected) => {
    expect(recordsExpected(on)).toBe(expected);
  });
});
