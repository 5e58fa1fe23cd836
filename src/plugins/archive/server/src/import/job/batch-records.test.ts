import { batchRecords } from './batch-records';

it.each([
  [undefined, 1000],
  ['', 1000],
  ['1', 1],
  ['5000', 5000],
])('takes %s for %i', (value, records) => {
  expect(batchRecords(value)).toBe(records);
});

it.each(['0', '-1', '1.5', '5001', '1e3', 'many'])('refuses %s', (value) => {
  expect(() => batchRecords(value)).toThrow('ARCHIVE_BATCH_RECORDS takes a whole number from 1 to 5000');
});
