import { rateLimit } from './rate-limit';

describe('rateLimit', () => {
  it('answers so many requests a minute of each client', () => {
    const limit = rateLimit(2);
    expect([0, 1, 2].map((now) => limit.ask('a', now * 1000))).toEqual([null, null, 58]);
    expect(limit.ask('b', 3000)).toBeNull();
    expect(limit.ask('a', 59_999)).toBe(1);
    expect(limit.ask('a', 60_000)).toBeNull();
  });

  it('remembers a bounded number of clients', () => {
    const limit = rateLimit(1);
    limit.ask('first', 0);
    for (let n = 0; n < 10_000; n += 1) limit.ask(String(n), 1);
    expect(limit.ask('first', 2)).toBeNull();
    expect(limit.ask('9999', 2)).toBe(60);
  });
});
