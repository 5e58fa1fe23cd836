import type { Knex } from 'knex';

import type { Outcome } from '../../../../core/outcome';
import type { LedgerRow } from '../../../../shared/job-api';
import { LEDGER_RECORD } from '../../plugin-id';
import { typeOf, type WritePlan } from '../plan/write-plan';
import { fromJson } from '../write/cell-of';

/** A ledger row as it is shown and downloaded. */
export interface LedgerLine extends Omit<LedgerRow, 'issues'> {
  readonly job: number;
  readonly issues: unknown;
  readonly evidence: unknown;
  readonly changes: unknown;
}

export interface LedgerFilter {
  readonly job: number;
  readonly outcomes: readonly Outcome[] | null;
  readonly reason: string | null;
  /** Part of the path or of the headline. */
  readonly search?: string | null;
}

const ROWS_A_QUERY = 1000;

/** What fits a cell of a table; issues, evidence and changes do not. */
export const PLAIN_COLUMNS = [
  'id',
  'job',
  'dumpPath',
  'member',
  'recordIndex',
  'startByte',
  'endByte',
  'format',
  'encoding',
  'profile',
  'profileVersion',
  'outcome',
  'reason',
  'title',
  'target',
  'locale',
  'undo',
] as const satisfies readonly (keyof LedgerLine)[];

const NAMES = [...PLAIN_COLUMNS, 'contentType', 'issues', 'evidence', 'changes'] as const;

/** The ledger rows of a job in the order of its records; memory is one page, whatever their number. */
export async function* readLedger(
  knex: Knex,
  plan: WritePlan,
  filter: LedgerFilter,
): AsyncGenerator<LedgerLine> {
  for (let after = 0; ; ) {
    const page = await ledgerPage(knex, plan, filter, after, ROWS_A_QUERY);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < ROWS_A_QUERY) return;
    after = last.id;
  }
}

/** One page of ledger rows behind the row `after`; 0 starts at the beginning. */
export async function ledgerPage(
  knex: Knex,
  plan: WritePlan,
  { job, outcomes, reason, search = null }: LedgerFilter,
  after: number,
  most: number,
): Promise<LedgerLine[]> {
  const type = typeOf(plan, LEDGER_RECORD);
  const columns = Object.fromEntries(NAMES.map((name) => [name, type.columns[name]?.column ?? name]));
  const query = knex(type.table)
    .where({ job })
    .andWhere('id', '>', after)
    .orderBy('id')
    .limit(most)
    .select(columns);
  if (outcomes !== null) void query.whereIn('outcome', outcomes);
  if (reason !== null) void query.where({ reason });
  if (search !== null) {
    const part = `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
    const columnOf = (name: string) => type.columns[name]?.column ?? name;
    void query.where((either) => {
      void either
        .whereRaw("lower(??) like ? escape '\\'", [columnOf('dumpPath'), part])
        .orWhereRaw("lower(??) like ? escape '\\'", [columnOf('title'), part]);
    });
  }
  const rows: Record<string, unknown>[] = await query;
  return rows.map(lineOf);
}

function lineOf(row: Record<string, unknown>): LedgerLine {
  const numbers = { startByte: Number(row['startByte']), endByte: Number(row['endByte']) };
  const json = {
    issues: fromJson(row['issues']),
    evidence: fromJson(row['evidence']),
    changes: fromJson(row['changes']),
  };
  return { ...(row as unknown as LedgerLine), ...numbers, ...json };
}
