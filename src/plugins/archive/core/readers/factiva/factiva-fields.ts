import type { Span } from '../../span';

/** Factiva's codes of fields. */
const CODES: ReadonlySet<string> = new Set([
  ...[
    'SE',
    'HD',
    'BY',
    'CR',
    'WC',
    'PD',
    'ET',
    'SN',
    'SC',
    'ED',
    'PG',
    'VOL',
    'LA',
    'CY',
    'LP',
    'TD',
    'CT',
    'RF',
  ],
  ...['CO', 'IN', 'NS', 'RE', 'IPC', 'IPD', 'PUB', 'AN', 'CLM', 'ART', 'CX', 'DLN', 'TI'],
]);

/** `HD  Ferry fares rise`, or the code alone on its line. A code within a sentence has one space behind it. */
const CODE = /^([A-Z]{2,3})(?:[ ]{2,}|\t|[ ]*$)/;

/** The code with which a line begins; null for other lines. */
export function codeOf(line: string): string | null {
  const code = CODE.exec(line.slice(0, 40))?.[1] ?? '';
  return CODES.has(code) ? code : null;
}

/** Where the value of each field stands, up to the next code; the first of several fields of one name counts. */
export function fieldsOf(text: string): ReadonlyMap<string, Span> {
  const fields = new Map<string, Span>();
  let open: { code: string; start: number } | null = null;
  let at = 0;
  const close = (end: number) => {
    if (open !== null && !fields.has(open.code)) fields.set(open.code, { start: open.start, end });
  };
  while (at < text.length) {
    const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
    const line = text.slice(at, end).replace(/\r$/, '');
    const code = codeOf(line);
    if (code !== null) {
      close(at);
      open = { code, start: at + code.length };
    }
    at = end + 1;
  }
  close(text.length);
  return fields;
}
