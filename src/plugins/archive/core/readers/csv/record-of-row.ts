import { issue, type Issue } from '../../issue';
import type { SourceRecord } from '../../source-record';
import type { ColumnPlan } from '../columns/column-plan';
import type { ColumnValue } from '../columns/column-values';
import { statedOfValues } from '../columns/stated-of-values';
import type { TextFile } from '../slices/open-text-file';
import { recordOfSlice, tooLargeRecord } from '../slices/record-of-slice';
import type { CutRow } from './cut-rows';
import { cellsOf, textOfCell, type Cell } from './row-cells';
import type { TableHead } from './table-head';

/** What is known of the table that a row belongs to. */
export interface Table {
  readonly head: TableHead;
  readonly plan: ColumnPlan;
  readonly format: string;
}

/** Makes a record of a row. The first one also tells what was guessed of the table. */
export function recordOfRow(file: TextFile, row: CutRow, index: number, table: Table): SourceRecord {
  const place = { index, format: table.format };
  const ofTable = index === 0 ? table.plan.issues : [];
  if (row.tooLarge) {
    const [start, end] = [file.window.byteAt(row.from), file.window.byteAt(row.to)];
    const refused = tooLargeRecord({ ...place, start, end }, file.decoder.encoding);
    return { ...refused, issues: [...refused.issues, ...ofTable] };
  }
  const record = recordOfSlice(file, row, place);
  const { dialect, names } = table.head;
  const cells = cellsOf(record.text, dialect);
  const values = cells.map((cell, column): ColumnValue => {
    return {
      column: names[column] ?? `${column + 1}`,
      placed: textOfCell(record.text, cell, dialect),
      end: cell.end,
    };
  });
  const { stated, issues } = statedOfValues(values, table.plan, table.format);
  const ragged = raggedIssues(record.text, cells, names.length);
  const moreCells = ragged.length > 0 && cells.length > names.length;
  return {
    ...record,
    stated,
    issues: [...record.issues, ...ofTable, ...openQuotes(record.text, cells), ...ragged, ...issues],
    // Values behind the last column mean that all may stand in the wrong one.
    refused: record.refused ?? (moreCells || cells.some(({ open }) => open) ? 'quarantined' : null),
  };
}

/** Cells that are missing, or that have something in them behind the last column. */
function raggedIssues(row: string, cells: readonly Cell[], columns: number): Issue[] {
  const beyond = cells.slice(columns).filter(({ start, end }) => row.slice(start, end).trim() !== '');
  if (beyond.length === 0 && cells.length >= columns) return [];
  const at = { start: beyond[0]?.start ?? row.length, end: row.length };
  return [issue('row-ragged', at, `${cells.length} values for ${columns} columns`)];
}

function openQuotes(row: string, cells: readonly Cell[]): Issue[] {
  return cells
    .filter(({ open }) => open)
    .map(({ start, end }) =>
      issue('quote-unclosed', { start: Math.max(0, start - 1), end }, row.slice(start, end)),
    );
}
