import { boundsOf } from '../../dates/bounds';
import type { DateCandidate } from '../../dates/choose-date';
import type { DateOrder } from '../../dates/date-reading';
import { datesIn } from '../../dates/read-dates';
import { issue, type Issue } from '../../issue';
import { spanOf, type PlacedText } from '../../text/placed-text';
import { instantIn, spreadsheetDay } from './machine-date';

export interface DateColumn {
  readonly kind: 'published' | 'modified';
  /** Rule of the column, such as `csv:column:Date`. */
  readonly rule: string;
  readonly confidence: number;
  readonly order: DateOrder | undefined;
}

/** The date that a value is, and what is wrong with it. Every value that is no date is told. */
export function dateOfValue(
  placed: PlacedText,
  { kind, rule, confidence, order }: DateColumn,
): { readonly dates: readonly DateCandidate[]; readonly issues: readonly Issue[] } {
  const { text } = placed;
  const whole = spanOf(placed, 0, text.length);
  const candidate = (edtf: string, how: string, sure: number): DateCandidate => ({
    edtf,
    text,
    basis: 'metadata',
    kind,
    evidence: {
      ...whole,
      rule: how === '' ? rule : `${rule}:${how}`,
      confidence: round(Math.min(sure, confidence)),
    },
  });
  const shape = /^\d{4}(?:-\d\d(?:-\d\d)?)?[?~%]?$/.test(text);
  if (shape && boundsOf(text) !== null) return { dates: [candidate(text, '', 1)], issues: [] };
  const machine = instantIn(text) ?? spreadsheetDay(text);
  if (machine !== null)
    return { dates: [candidate(machine.edtf, machine.rule, machine.confidence)], issues: [] };
  const { readings, issues } = datesIn(text, { order });
  const [reading] = readings;
  if (reading === undefined) {
    const faults = issues.map((fault) => ({ ...fault, ...spanOf(placed, fault.start, fault.end) }));
    return { dates: [], issues: faults.length > 0 ? faults : [issue('date-impossible', whole, text)] };
  }
  const doubts = reading.issues.map((doubt) => ({ ...doubt, ...spanOf(placed, doubt.start, doubt.end) }));
  const read = candidate(reading.edtf, reading.rule.replace(/^date:/, ''), surenessOf(reading));
  return { dates: [{ ...read, issues: doubts }], issues: [] };
}

/** A date column states what prose only mentions: without a doubt it is as sure as the column. */
function surenessOf({
  confidence,
  issues,
  weekdayFits,
}: ReturnType<typeof datesIn>['readings'][number]): number {
  return issues.length === 0 && weekdayFits !== false && confidence >= 0.85 ? 1 : confidence;
}

function round(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}

/** The order of day and month that the values prove, where they agree. */
export function orderOfDates(values: Iterable<string>): DateOrder | undefined {
  const proven = new Set<DateOrder>();
  for (const value of values) {
    if (value.length > 60) continue;
    for (const { provesOrder } of datesIn(value).readings) {
      if (provesOrder !== null && provesOrder !== 'year-month-day') proven.add(provesOrder);
    }
  }
  const [only, ...others] = proven;
  return others.length === 0 ? only : undefined;
}
