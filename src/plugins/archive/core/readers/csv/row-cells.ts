import { placedTextBuilder, placedAt, type PlacedText } from '../../text/placed-text';
import type { Dialect } from './dialect';

/** One value of a row: where its text stands, quotes around it left out. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  /** Quotes that the row does not close. */
  readonly open: boolean;
  /** Whether quotes or backslashes in it stand for others. */
  readonly escaped: boolean;
}

/** The cells of one row of text, its line end left out; a quote that is never closed reaches to the row's end. */
export function cellsOf(row: string, dialect: Dialect): Cell[] {
  const end = lineEndOf(row);
  const cells: Cell[] = [];
  for (let at = 0; ; ) {
    const cell = row.startsWith(dialect.quote, at)
      ? quotedCell(row, at, end, dialect)
      : plainCell(row, at, end, dialect);
    cells.push(cell);
    at = cell.quoted ? Math.min(cell.end + 1, end) : cell.end;
    if (at >= end) return cells;
    at += 1;
    if (at >= end) {
      cells.push({ start: end, end, quoted: false, open: false, escaped: false });
      return cells;
    }
  }
}

function lineEndOf(row: string): number {
  if (row.endsWith('\r\n')) return row.length - 2;
  return row.endsWith('\n') || row.endsWith('\r') ? row.length - 1 : row.length;
}

function plainCell(row: string, start: number, rowEnd: number, { delimiter, escape }: Dialect): Cell {
  const next = row.indexOf(delimiter, start);
  const end = next < 0 || next > rowEnd ? rowEnd : next;
  const escaped = escape === '\\' && row.slice(start, end).includes('\\');
  return { start, end, quoted: false, open: false, escaped };
}

function quotedCell(row: string, open: number, rowEnd: number, { delimiter, quote, escape }: Dialect): Cell {
  let escaped = false;
  for (let at = open + 1; at < rowEnd; at += 1) {
    const character = row[at];
    if (escape === '\\' && character === '\\') {
      escaped = true;
      at += 1;
    } else if (character === quote) {
      const next = row[at + 1];
      if (next === quote && escape !== '\\') {
        escaped = true;
        at += 1;
      } else if (at + 1 >= rowEnd || next === delimiter || next === '\n' || next === '\r') {
        return { start: open + 1, end: at, quoted: true, open: false, escaped };
      }
    }
  }
  return { start: Math.min(open + 1, rowEnd), end: rowEnd, quoted: true, open: true, escaped };
}

/** `\N` is how MySQL writes that there is no value. */
const NO_VALUE = new Set(['\\N', 'NULL']);

/** The text of a cell with the place of each character in the row. */
export function textOfCell(
  row: string,
  { start, end, quoted, escaped }: Cell,
  { quote, escape }: Dialect,
): PlacedText {
  const raw = row.slice(start, end);
  if (!quoted && NO_VALUE.has(raw)) return placedAt('', start);
  if (!escaped) return placedAt(raw, start);
  const builder = placedTextBuilder();
  let from = start;
  const sign = escape === '\\' ? '\\' : quote;
  for (let at = row.indexOf(sign, start); at >= 0 && at < end - 1; at = row.indexOf(sign, at + 2)) {
    builder.add(row.slice(from, at), from);
    const next = row[at + 1] ?? '';
    builder.add(escape === '\\' ? unescaped(next) : next, at, 2);
    from = at + 2;
  }
  builder.add(row.slice(from, end), from);
  return builder.build();
}

function unescaped(character: string): string {
  switch (character) {
    case 'n':
      return '\n';
    case 't':
      return '\t';
    case 'r':
      return '\r';
    case '0':
      return '\0';
    default:
      return character;
  }
}
