/** How the values of a table are set apart. */
export interface Dialect {
  /** One character. */
  readonly delimiter: string;
  readonly quote: string;
  /** What makes a quote inside quotes a plain one: a quote before it, or a backslash. */
  readonly escape: '"' | "'" | '\\';
  /** Whether a CR that no LF follows ends a row, as old Macs wrote it. */
  readonly loneReturn: boolean;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
const ROWS_LOOKED_AT = 60;

/** A dialect, and how well the head of the file fits it. */
export interface GuessedDialect {
  readonly dialect: Dialect;
  /** Cells of a row. */
  readonly columns: number;
  /** Share of the rows that have so many; 1 where all agree. */
  readonly agreement: number;
  readonly rows: number;
}

export type SplitRows = (text: string, dialect: Dialect, most: number) => number[];

/** The dialect that cuts the head into the most regular rows of two or more cells; null where none does. */
export function guessDialect(head: string, cellCounts: SplitRows): GuessedDialect | null {
  const loneReturn = hasLoneReturns(head);
  const quote = quoteOf(head);
  const escape = escapeOf(head, quote);
  let best: GuessedDialect | null = null;
  for (const delimiter of DELIMITERS) {
    const dialect: Dialect = { delimiter, quote, escape, loneReturn };
    const counts = cellCounts(head, dialect, ROWS_LOOKED_AT);
    const { value: columns, times } = commonest(counts);
    if (columns < 2) continue;
    const guess = { dialect, columns, agreement: times / counts.length, rows: counts.length };
    if (best === null || score(guess) > score(best)) best = guess;
  }
  return best;
}

/** Rows that agree count most; of equals, more cells. */
function score({ agreement, columns }: GuessedDialect): number {
  return agreement + Math.min(columns, 20) / 100;
}

function commonest(counts: readonly number[]): { value: number; times: number } {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  let best = { value: 0, times: 0 };
  for (const [value, often] of times) if (often > best.times) best = { value, times: often };
  return best;
}

function hasLoneReturns(head: string): boolean {
  return !head.includes('\n') && head.includes('\r');
}

/** `'a','b'`: hardly any, but databases can be told so. */
function quoteOf(head: string): string {
  const lines = head.split(/[\r\n]+/, ROWS_LOOKED_AT).filter((line) => line !== '');
  const single = lines.filter((line) => /^'.*'\s*$/.test(line)).length;
  return single >= 2 && single >= lines.length * 0.8 ? "'" : '"';
}

/** MySQL writes `\"`, everything else `""`. */
function escapeOf(head: string, quote: string): Dialect['escape'] {
  const own = quote === "'" ? "'" : '"';
  const slashed = head.split(`\\${quote}`).length - 1;
  const doubled = head.split(`${quote}${quote}`).length - 1;
  return slashed > doubled ? '\\' : own;
}
