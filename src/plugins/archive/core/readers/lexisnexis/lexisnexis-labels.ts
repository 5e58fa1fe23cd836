import type { Span } from '../../span';

/** Labels that stand before the text. */
const FRONT = [
  'BYLINE',
  'SECTION',
  'LENGTH',
  'DATELINE',
  'HIGHLIGHT',
  'HEADLINE',
  'SERIES',
  'SOURCE',
  'TYPE',
];
/** Labels that stand behind it. */
const BACK = [
  'LOAD-DATE',
  'LANGUAGE',
  'GRAPHIC',
  'PUBLICATION-TYPE',
  'SUBJECT',
  'CORRECTION',
  'URL',
  'CLASSIFICATION',
];
const LABEL = /^[ \t]*([A-Za-z][A-Za-z-]{2,19})(?::|[ \t]*$)[ \t]*/;

export interface Labelled {
  /** In capitals. */
  readonly label: string;
  /** Where its line starts. */
  readonly start: number;
  /** Its value: to the next blank line or label; of `BODY`, to the first label behind the text. */
  readonly value: Span;
}

/** The labelled parts of a document, in order. `Body` alone on its line is a label; other words need a colon. */
export function labelsOf(text: string): Labelled[] {
  const found: { label: string; start: number; valueAt: number }[] = [];
  const blanks: number[] = [];
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    const head = text.slice(at, Math.min(end, at + 60));
    const [whole, name = ''] = LABEL.exec(head) ?? [];
    const label = name.toUpperCase();
    const isLabel = whole !== undefined && (whole.includes(':') ? isKnown(label) : label === 'BODY');
    if (isLabel) found.push({ label, start: at, valueAt: at + whole.length });
    if (text.slice(at, end).trim() === '') blanks.push(at);
    at = end + 1;
  }
  return found.map(({ label, start, valueAt }, index) => {
    const later = found.slice(index + 1);
    const stop =
      (label === 'BODY' ? later.find((one) => BACK.includes(one.label)) : later[0])?.start ?? text.length;
    const blank = label === 'BODY' ? undefined : firstBehind(blanks, valueAt);
    return { label, start, value: { start: valueAt, end: Math.max(valueAt, Math.min(stop, blank ?? stop)) } };
  });
}

export function isFront(label: string): boolean {
  return FRONT.includes(label);
}

function isKnown(label: string): boolean {
  return label === 'BODY' || FRONT.includes(label) || BACK.includes(label);
}

function firstBehind(positions: readonly number[], at: number): number | undefined {
  let [low, high] = [0, positions.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((positions[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return positions[low];
}
