import type { PlacedText } from '../../text/placed-text';

/** One value of a record: a cell of a table, or a leaf of a JSON object. */
export interface ColumnValue {
  /** Of the column as people see it: the header's name, its number, or the path of the property. */
  readonly column: string;
  readonly placed: PlacedText;
  /** Position in the record behind the value, which may end in an escape that stands for one character. */
  readonly end: number;
}

/** What is known of one column before its records are read. */
export interface ColumnSample {
  readonly column: string;
  /** Parts of the name: one for a table, the steps of the path for JSON. */
  readonly path: readonly string[];
  /** Values that are not empty, of the first records. */
  readonly values: readonly string[];
  /** Number of records looked at, for the share that has a value. */
  readonly records: number;
}
