/** A point in time that a machine wrote down as a number. */
export interface Instant {
  readonly edtf: string;
  readonly rule: string;
  readonly confidence: number;
}

const FIRST_SECOND = Date.UTC(1990, 0, 1) / 1000;
const LAST_SECOND = Date.UTC(2036, 0, 1) / 1000;
const DAY = 86_400;

/**
 * `1236124800` (seconds since 1970), `1236124800000` (milliseconds), `20090304`: the day in UTC. The paper's own day
 * may be the one before or after, which is why the confidence is lower.
 */
export function instantIn(value: string): Instant | null {
  const text = value.trim();
  if (/^\d{9,10}(?:\.\d+)?$/.test(text)) return ofSeconds(Number(text), 'unix-seconds');
  if (/^\d{12,13}$/.test(text)) return ofSeconds(Number(text) / 1000, 'unix-milliseconds');
  const compact = /^((?:1[6-9]|20)\d\d)(\d\d)(\d\d)(?:\d{6})?$/.exec(text);
  if (compact === null) return null;
  const edtf = compact.slice(1, 4).join('-');
  return isDay(edtf) ? { edtf, rule: 'compact', confidence: 0.9 } : null;
}

/** Days since 1900 as spreadsheets count them (1900 a leap year, so from 30 December 1899): `39876.5`. */
export function spreadsheetDay(value: string): Instant | null {
  const text = value.trim();
  if (!/^\d{5}(?:\.\d+)?$/.test(text)) return null;
  const days = Math.floor(Number(text));
  const edtf = dayOf(Date.UTC(1899, 11, 30) / 1000 + days * DAY);
  return edtf >= '1930' && edtf < '2036' ? { edtf, rule: 'spreadsheet-day', confidence: 0.7 } : null;
}

function ofSeconds(seconds: number, rule: string): Instant | null {
  if (seconds < FIRST_SECOND || seconds >= LAST_SECOND) return null;
  return { edtf: dayOf(seconds), rule, confidence: 0.8 };
}

function dayOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

function isDay(edtf: string): boolean {
  const time = Date.parse(`${edtf}T00:00:00Z`);
  return !Number.isNaN(time) && dayOf(time / 1000) === edtf;
}
