export const DATABASE_KINDS = ['sqlite', 'postgres'] as const;
export type DatabaseKind = (typeof DATABASE_KINDS)[number];

/** A database of a test's own, empty at first. It outlives the sites that boot on it, until `drop`. */
export interface TestDatabase {
  readonly kind: DatabaseKind;
  /** The environment that makes a site or a command use it. */
  readonly env: Readonly<Record<string, string>>;
  /** Reads around Strapi; `sql` must mean the same in both dialects. */
  rows(sql: string): Promise<Record<string, unknown>[]>;
  /** Every table and column, as rows of `table_name` and `column_name` in alphabetical order. */
  columns(): Promise<Record<string, unknown>[]>;
  drop(): Promise<void>;
}
