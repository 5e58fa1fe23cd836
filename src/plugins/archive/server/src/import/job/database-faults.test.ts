import { databaseTrouble, withPatience } from './database-faults';
import { JobStop } from './job-stop';

const fault = (message: string, code?: string) => Object.assign(new Error(message), code ? { code } : {});
const WAITS = [1, 1];

/** Fails with each fault in turn, then answers. */
function failing(...faults: readonly Error[]) {
  const left = [...faults];
  let recovered = 0;
  const attempt = () => {
    const next = left.shift();
    return next ? Promise.reject(next) : Promise.resolve('done');
  };
  const recover = () => {
    recovered += 1;
    return Promise.resolve();
  };
  return { run: () => withPatience(attempt, recover, WAITS), recovered: () => recovered };
}

it.each([
  fault('refused', 'ECONNREFUSED'),
  fault('update "x" - terminating connection due to administrator command', '57P01'),
  fault('database is not currently accepting connections', '55000'),
  fault('COMMIT; - Connection terminated unexpectedly'),
  fault('ROLLBACK - Client has encountered a connection error and is not queryable'),
  fault('database is locked', 'SQLITE_BUSY'),
])('tries again after: $message', async (error) => {
  const { run, recovered } = failing(error, error);
  await expect(run()).resolves.toBe('done');
  expect(recovered()).toBe(2);
});

it('pauses where the database stays away', async () => {
  const away = fault('refused', 'ECONNREFUSED');
  const end = failing(away, away, away).run();
  await expect(end).rejects.toBeInstanceOf(JobStop);
  await expect(end).rejects.toMatchObject({
    state: 'paused',
    message: expect.stringContaining('ECONNREFUSED'),
  });
});

it.each([
  ['SQLITE_FULL', /disk of the database is full/],
  ['53100', /disk of the database is full/],
  ['SQLITE_READONLY', /may not be written/],
  ['42501', /may not be written/],
])('pauses at once on %s', async (code, message) => {
  const { run, recovered } = failing(fault('no', code));
  await expect(run()).rejects.toMatchObject({ state: 'paused', message: expect.stringMatching(message) });
  expect(recovered()).toBe(0);
});

it('does not take a bug, or a value that contains such words, for a fault of the database', async () => {
  const bug = new TypeError('x is not a function');
  await expect(failing(bug).run()).rejects.toBe(bug);
  expect(databaseTrouble(fault('insert "Connection terminated" - syntax error', '42601'))).toBeNull();
});
