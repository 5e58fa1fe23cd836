import { hostname } from 'node:os';

import type { Job } from '../import/job/job-row';
import { emptyTally } from '../import/job/tally';
import { jobView } from './job-view';

const NOW = new Date('2026-03-01T12:00:00Z');

/** A job that was paused for an hour, and goes on since a minute. */
const RESUMED: Job = {
  id: 7,
  kind: 'import',
  state: 'running',
  requested: null,
  reason: null,
  options: {
    paths: ['/dumps/gazette'],
    profile: null,
    encoding: null,
    separator: null,
    maxRecordBytes: 1,
    recordTimeout: 1,
    publish: true,
    locale: null,
    era: null,
    source: null,
    limit: null,
    retryOf: null,
    managed: true,
  },
  tally: emptyTally(),
  recordsRead: 50_000,
  filesTotal: 10,
  filesDone: 4,
  bytesTotal: 1_000_000,
  bytesDone: 400_000,
  checkpoint: {
    dumpPath: 'gazette/5.txt',
    root: '/dumps',
    records: 9,
    size: 200_000,
    modifiedAt: 0,
    bytes: 100_000,
  },
  owner: 'somebody',
  host: hostname(),
  pid: process.pid,
  heartbeatAt: NOW,
  createdAt: new Date('2026-03-01T10:00:00Z'),
  startedAt: new Date('2026-03-01T11:59:00Z'),
  endedAt: null,
  undone: null,
  expected: { records: 90_000, databaseBytes: 1, seconds: 1 },
  speed: { records: 250.4, bytes: 5000 },
};

it('shows the speed of the present run, and the time left from the bytes to go', () => {
  expect(jobView(RESUMED, NOW)).toMatchObject({
    records: 50_000,
    recordsTotal: { count: 100_000, estimated: true },
    bytes: { done: 500_000, total: 1_000_000 },
    rate: 250,
    secondsLeft: 100,
  });
});

it('shows no speed where nobody works on the job, whatever the last run left', () => {
  const silent = new Date('2026-03-01T11:00:00Z');
  for (const job of [
    { ...RESUMED, state: 'paused' as const },
    { ...RESUMED, heartbeatAt: silent },
  ]) {
    expect(jobView(job, NOW)).toMatchObject({ rate: null, secondsLeft: null });
  }
});

it('expects what the preflight expected until something was read, and counts at the end', () => {
  const begun = { ...RESUMED, recordsRead: 0, bytesDone: 0, checkpoint: null, speed: null };
  expect(jobView(begun, NOW).recordsTotal).toEqual({ count: 90_000, estimated: true });
  expect(jobView({ ...begun, expected: null }, NOW).recordsTotal).toBeNull();
  const done = { ...RESUMED, state: 'completed' as const };
  expect(jobView(done, NOW).recordsTotal).toEqual({ count: 50_000, estimated: false });
});
