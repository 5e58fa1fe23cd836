const DEFAULT = 1000;
const MOST = 5000;

/**
 * Records that are committed together: `ARCHIVE_BATCH_RECORDS`, 1000 by default. Fewer give the write lock back to
 * editors sooner, more are a little faster.
 * @throws Error where the value is no whole number from 1 to 5000.
 */
export function batchRecords(value: string | undefined): number {
  if (value === undefined || value === '') return DEFAULT;
  if (/^[1-9]\d{0,3}$/.test(value) && Number(value) <= MOST) return Number(value);
  throw new Error(
    `ARCHIVE_BATCH_RECORDS takes a whole number from 1 to ${MOST}, not "${value.slice(0, 20)}".`,
  );
}
