import { keptWhileDear } from './kept-while-dear';

/** A question that takes so long, and answers how often it was asked. */
function question(took: number) {
  let now = 0;
  let asked = 0;
  const kept = keptWhileDear(
    () => now,
    async () => {
      asked += 1;
      const answer = asked;
      await Promise.resolve();
      now += took;
      return answer;
    },
  );
  return { kept, wait: (time: number) => (now += time) };
}

describe('keptWhileDear', () => {
  it('asks a quick question each time', async () => {
    const { kept } = question(10);
    expect([await kept(), await kept()]).toEqual([1, 2]);
  });

  it('keeps a dear answer, and asks anew behind the back of whoever asks late', async () => {
    const { kept, wait } = question(2000);
    expect([await kept(), await kept()]).toEqual([1, 1]);
    wait(40_001);
    expect(await kept()).toBe(1);
    await new Promise(setImmediate);
    expect(await kept()).toBe(2);
  });

  it('asks once for all who ask at the same time', async () => {
    const { kept } = question(2000);
    expect(await Promise.all([kept(), kept()])).toEqual([1, 1]);
  });

  it('keeps no failure', async () => {
    let fails = true;
    const kept = keptWhileDear(
      () => 0,
      () => (fails ? Promise.reject(new Error('gone')) : Promise.resolve('here')),
    );
    await expect(kept()).rejects.toThrow('gone');
    fails = false;
    expect(await kept()).toBe('here');
  });
});
