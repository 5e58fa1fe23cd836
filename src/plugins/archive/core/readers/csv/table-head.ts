import { meaningsOfName, columnKey } from '../columns/column-names';
import type { ColumnSample } from '../columns/column-values';
import { textWindow } from '../slices/text-window';
import type { ColumnField } from '../../profiles/profile';
import { guessDialect, type Dialect } from './dialect';
import { cellsOf, textOfCell } from './row-cells';
import { rowScan } from './row-scan';

/** What the first rows of a file tell of all. */
export interface TableHead {
  readonly dialect: Dialect;
  /** Names of the header, or the numbers of the columns where there is none. */
  readonly names: readonly string[];
  readonly hasHeader: boolean;
  /** How well the rows agree, 0 to 1. */
  readonly agreement: number;
  readonly rows: number;
  /** Header names that mean a field of an article. */
  readonly knownNames: number;
  readonly samples: readonly ColumnSample[];
}

const MOST_ROWS = 300;
const LONGEST_NAME = 80;

/** Understands the head of a table; null where it is none. `cut`: the head ends in the middle of the file. */
export function readTableHead(
  head: string,
  cut: boolean,
  columns?: Readonly<Record<string, ColumnField>>,
): TableHead | null {
  const guess = guessDialect(head, (text, dialect, most) =>
    rowsOf(text, dialect, most, cut).map((row) => cellsOf(row, dialect).length),
  );
  if (guess === null) return null;
  const { dialect } = guess;
  const rows = rowsOf(head, dialect, MOST_ROWS, cut).map((row) => valuesOf(row, dialect));
  const [first = []] = rows;
  const hasHeader = isHeader(first, rows.slice(1), columns);
  const width = hasHeader ? first.length : guess.columns;
  const names = Array.from({ length: width }, (_, place) => nameOf(first, place, hasHeader));
  const body = (hasHeader ? rows.slice(1) : rows).filter((row) => row.length === width);
  return {
    dialect,
    names,
    hasHeader,
    agreement: guess.agreement,
    rows: guess.rows,
    knownNames: hasHeader ? names.filter((name) => meaningsOfName(name).length > 0).length : 0,
    samples: names.map((column, place) => ({
      column,
      path: [column],
      values: body.map((row) => row[place] ?? '').filter((value) => value !== ''),
      records: body.length,
    })),
  };
}

/** Rows of a text that are not blank. The last of a cut text is left out, but for a single one. */
function rowsOf(text: string, dialect: Dialect, most: number, cut: boolean): string[] {
  const window = textWindow(text);
  const scan = rowScan(dialect);
  const rows: string[] = [];
  let from = 0;
  while (from < text.length && rows.length < most) {
    scan.start(from);
    const to = scan.end(window, Infinity) ?? text.length;
    const row = text.slice(from, to);
    const isLast = to >= text.length;
    if (row.trim() !== '' && !(isLast && cut && rows.length > 0)) rows.push(row);
    from = to;
  }
  return rows;
}

function valuesOf(row: string, dialect: Dialect): string[] {
  return cellsOf(row, dialect).map((cell) => textOfCell(row, cell, dialect).text.trim());
}

function nameOf(first: readonly string[], place: number, hasHeader: boolean): string {
  const name = hasHeader ? (first[place] ?? '') : '';
  const number = String(place + 1);
  if (name === '') return number;
  return first.indexOf(name) === place ? name : `${name} (${number})`;
}

/** Names are short words that differ from each other; dates, addresses and long texts are values. */
function isHeader(
  first: readonly string[],
  others: readonly (readonly string[])[],
  columns: Readonly<Record<string, ColumnField>> | undefined,
): boolean {
  const keys = new Set(Object.keys(columns ?? {}).map(columnKey));
  if (first.some((name) => !/^\d*$/.test(name) && keys.has(columnKey(name)))) return true;
  const named = first.filter((name) => name !== '');
  if (named.length < first.length * 0.5 || named.some((name) => name.length > LONGEST_NAME)) return false;
  if (named.some((name) => /^[\d\s.,:/-]+$/.test(name) || /^https?:/i.test(name))) return false;
  if (new Set(named.map(columnKey)).size < named.length * 0.9) return false;
  if (named.some((name) => meaningsOfName(name).length > 0)) return true;
  return others.length > 0 && first.some((name, place) => isUnlikeBelow(name, others, place));
}

/** A short word above numbers, or above long texts. */
function isUnlikeBelow(name: string, rows: readonly (readonly string[])[], place: number): boolean {
  const below = rows.map((row) => row[place] ?? '').filter((value) => value !== '');
  if (below.length === 0) return false;
  const numbers = below.every((value) => /^[\d\s.,:/-]+$/.test(value));
  const mean = below.reduce((sum, value) => sum + value.length, 0) / below.length;
  return (numbers && /\p{L}/u.test(name)) || mean > 100;
}
