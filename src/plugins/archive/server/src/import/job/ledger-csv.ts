import type { LedgerLine } from './read-ledger';

const COLUMNS = [
  'id',
  'job',
  'dumpPath',
  'recordIndex',
  'startByte',
  'endByte',
  'format',
  'encoding',
  'profile',
  'profileVersion',
  'outcome',
  'reason',
  'title',
  'target',
  'locale',
  'undo',
] as const satisfies readonly (keyof LedgerLine)[];

/** Spreadsheets run a cell that starts so as a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

export function csvHeader(): string {
  return COLUMNS.join(',');
}

/** One ledger row as CSV (RFC 4180), safe to open in a spreadsheet: what looks like a formula gets an apostrophe. */
export function csvLine(line: LedgerLine): string {
  return COLUMNS.map((name) => csvCell(line[name])).join(',');
}

function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
