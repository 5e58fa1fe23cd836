import type { DateCandidate } from '../dates/choose-date';
import { dateLineIn } from '../dates/date-line';
import type { DateKind } from '../dates/date-line-words';
import type { DateOrder, DateReading } from '../dates/date-reading';
import { datesIn } from '../dates/read-dates';
import type { Found } from '../evidence';
import type { Issue } from '../issue';
import type { Block } from './block';

export interface PrintedDate {
  readonly dates: readonly DateCandidate[];
  readonly issues: readonly Issue[];
}

const NO_DATE: PrintedDate = { dates: [], issues: [] };
/** A line that may tell a date beside other facts: `by Jane Roe | July 14, 2016 | News | 3 comments`. */
const LONGEST_FACTS_LINE = 140;

/** The date of a line that exists to tell it, as printed under headlines; null for all other lines. */
export function dateLineOf(
  recordText: string,
  block: Block,
  order: DateOrder | undefined,
): PrintedDate | null {
  const raw = recordText.slice(block.start, block.end);
  const line = dateLineIn(raw, block.start, { order });
  if (line === null) return impossibleDateLine(raw, block, order);
  return { dates: [candidate(line.reading, line.kind, 'date-line', 1)], issues: [] };
}

/** The dates of a short line that tells other facts as well; less sure. */
export function datesBeside(
  recordText: string,
  block: Block,
  order: DateOrder | undefined,
): readonly DateCandidate[] {
  if (block.text.length > LONGEST_FACTS_LINE) return [];
  const { readings } = datesIn(recordText.slice(block.start, block.end), { order, at: block.start });
  return readings
    .filter(({ precision }) => precision === 'day')
    .map((reading) => candidate(reading, 'unmarked', 'facts-line', 0.7));
}

/** The date of a marker's value: `Published: 4 March 2003`. */
export function dateOfMarker(marked: Found, order: DateOrder | undefined): PrintedDate {
  const { readings, issues } = datesIn(marked.value, { order, at: marked.evidence.start });
  const [first] = readings;
  if (first === undefined) return { dates: [], issues };
  return { dates: [candidate(first, 'published', marked.evidence.rule, 1)], issues };
}

/** `30 February 2006` alone on its line is no date, but neither is it the article. */
function impossibleDateLine(raw: string, block: Block, order: DateOrder | undefined): PrintedDate | null {
  if (raw.length > 60) return null;
  const { readings, issues } = datesIn(raw, { order, at: block.start });
  const [only] = issues;
  if (readings.length > 0 || only === undefined) return null;
  const left = raw.length - (only.end - only.start);
  return left <= 16 ? { ...NO_DATE, issues } : null;
}

function candidate(reading: DateReading, kind: DateKind, where: string, factor: number): DateCandidate {
  const { edtf, text, start, end, rule, confidence, issues } = reading;
  const evidence = {
    start,
    end,
    rule: `${where}:${rule}`,
    confidence: Math.round(confidence * factor * 100) / 100,
  };
  return { edtf, text, basis: 'printed', kind, evidence, issues };
}
