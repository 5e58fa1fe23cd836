import { PLAIN_COLUMNS, type LedgerLine } from './read-ledger';

/** Spreadsheets run a cell that starts so as a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

export function csvHeader(): string {
  return PLAIN_COLUMNS.join(',');
}

/** One ledger row as CSV (RFC 4180), safe to open in a spreadsheet: what looks like a formula gets an apostrophe. */
export function csvLine(line: LedgerLine): string {
  return PLAIN_COLUMNS.map((name) => csvCell(line[name])).join(',');
}

function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
