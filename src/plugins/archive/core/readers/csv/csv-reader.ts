import type { SourceRecord } from '../../source-record';
import { planColumns } from '../columns/column-plan';
import { meaningsOfName } from '../columns/column-names';
import type { Confidence, Reader, ReaderOptions } from '../reader';
import { headAsText, isOpen, openTextFile, type TextFile } from '../slices/open-text-file';
import { recordOfRow, type Table } from './record-of-row';
import { cutRows } from './cut-rows';
import { readTableHead, type TableHead } from './table-head';

const NAMED = /\.(?:csv|tsv|tab)$/i;
/** Rows that must agree before a file with another name is taken for a table. */
const FEWEST_ROWS = 2;
const ALL_BUT_FEW = 0.8;

/** Reads tables: comma, semicolon, tab or bar between values, one row an article. */
export const csvReader: Reader = {
  name: 'csv',

  recognises(head: Uint8Array, path: string, options?: ReaderOptions): Confidence {
    const named = NAMED.test(path);
    if (!named && !mayHaveHeader(head)) return 0;
    const text = headAsText(head, options?.encoding);
    if (text === null || /^\s*[{[<]/.test(text.slice(0, 200))) return 0;
    const table = readTableHead(text, true, options?.columns);
    if (named) return table !== null && table.agreement >= ALL_BUT_FEW ? 0.9 : 0.6;
    return table !== null && isTable(table) ? 0.7 : 0;
  },

  async *records(chunks: AsyncIterable<Uint8Array>, options: ReaderOptions): AsyncIterable<SourceRecord> {
    const file = await openTextFile(chunks, options, csvReader.name);
    if (isOpen(file)) yield* recordsOf(file, options);
    else yield file;
  },
};

const LONGEST_HEADER = 4000;

/** A quick look, since every file of a dump is asked: the first line names two or more fields of an article. */
function mayHaveHeader(head: Uint8Array): boolean {
  const start = head.subarray(0, LONGEST_HEADER);
  if (start.includes(0)) return true;
  const lineEnd = start.findIndex((byte) => byte === 0x0a || byte === 0x0d);
  const line = new TextDecoder().decode(start.subarray(0, lineEnd < 0 ? start.length : lineEnd));
  const known = (name: string) => meaningsOfName(name.replace(/^\s*["']|["']\s*$/g, '')).length > 0;
  const names = line.length > LONGEST_HEADER / 2 ? [] : line.split(/[,;\t|]/);
  // In an encoding that is not UTF-8 the names cannot be known yet.
  return names.length > 1 && (names.filter(known).length > 1 || line.includes('\ufffd'));
}

function isTable({ agreement, rows, knownNames }: TableHead): boolean {
  return rows >= FEWEST_ROWS && agreement >= ALL_BUT_FEW && knownNames >= 2;
}

/** A file without any delimiter: its lines are rows of one value. */
const ONE_COLUMN: TableHead = {
  dialect: { delimiter: ',', quote: '"', escape: '"', loneReturn: false },
  names: ['1'],
  hasHeader: false,
  agreement: 1,
  rows: 0,
  knownNames: 0,
  samples: [],
};

async function* recordsOf(file: TextFile, options: ReaderOptions): AsyncGenerator<SourceRecord> {
  const head = readTableHead(file.headText, file.cut, options.columns) ?? ONE_COLUMN;
  const table: Table = { head, plan: planColumns(head.samples, options), format: csvReader.name };
  let header = head.hasHeader;
  let index = 0;
  for await (const row of cutRows(file.window, head.dialect, options.maxRecordBytes)) {
    if (header) {
      header = false;
      continue;
    }
    yield recordOfRow(file, row, index, table);
    index += 1;
  }
}
