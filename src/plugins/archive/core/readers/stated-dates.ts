import type { DateCandidate } from '../dates/choose-date';
import type { DateOrder } from '../dates/date-reading';
import type { DateKind } from '../dates/date-line-words';
import { datesIn } from '../dates/read-dates';
import type { Found } from '../evidence';

export interface StatedDate {
  readonly rule: string;
  readonly kind?: DateKind;
  readonly order?: DateOrder | undefined;
  readonly confidence?: number;
  /** Where the format says what was printed; metadata otherwise. */
  readonly basis?: 'printed' | 'metadata';
}

/** `2013-06-07T03:00:44+01:00`, `2013-06-07 03:00:44`, `20130607T030044Z`, `2013-06`, `2013`. */
const ISO = /^(\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?(?![\d-])/;

/** The date that a format states: ISO 8601, or any other way a date is written. Its day is kept as written. */
export function statedDate(stated: Found | null, options: StatedDate): DateCandidate[] {
  if (stated === null) return [];
  const { value, evidence } = stated;
  const { rule, kind, confidence = 0.95, basis = 'metadata' } = options;
  const common = { text: value, basis, ...(kind === undefined ? {} : { kind }) };
  const iso = ISO.exec(value);
  if (iso !== null) {
    const [, year = '', month, day] = iso;
    // WordPress writes 0000-00-00 where there is no date.
    if (year === '0000') return [];
    const edtf = [year, month, day].filter((part) => part !== undefined && part !== '00').join('-');
    return [{ ...common, edtf, evidence: { ...evidence, rule, confidence } }];
  }
  const [reading] = datesIn(value.slice(0, 200), { order: options.order }).readings;
  if (reading === undefined) return [];
  const sure = Math.min(confidence, reading.confidence);
  const found = { ...common, edtf: reading.edtf, issues: placed(reading.issues, evidence) };
  return [{ ...found, evidence: { ...evidence, rule: `${rule}:${reading.rule}`, confidence: sure } }];
}

function placed<Item extends object>(issues: readonly Item[], at: { start: number; end: number }): Item[] {
  return issues.map((one) => ({ ...one, start: at.start, end: at.end }));
}
