import type { Knex } from 'knex';

import { typeOf, type WritePlan } from '../import/plan/write-plan';
import { fromJson, timeOf } from '../import/write/cell-of';
import type { FieldChange } from '../import/write/update-articles';
import { IMPORT_JOB, LEDGER_RECORD } from '../plugin-id';

/** What the ledger has of one import of an article. */
export interface LedgerRow {
  readonly id: number;
  readonly job: number;
  readonly dumpPath: string;
  readonly member: string | null;
  readonly recordIndex: number;
  readonly start: number;
  readonly end: number;
  readonly format: string | null;
  readonly encoding: string | null;
  readonly profile: { readonly name: string; readonly version: number | null } | null;
  readonly outcome: string;
  readonly reason: string | null;
  readonly undo: string | null;
  readonly locale: string | null;
  readonly at: Date | null;
  /** By field; null where nothing new was said. */
  readonly evidence: Readonly<Record<string, Readonly<Record<string, unknown>>>> | null;
  readonly changes: readonly Pick<FieldChange, 'row' | 'field' | 'kept'>[];
}

/** More imports of one article than anybody reads. */
const MOST_ROWS = 500;

/** Every import of an article, newest first. */
export async function articleHistory(
  knex: Knex,
  plan: WritePlan,
  documentId: string,
  locale: string | null,
): Promise<LedgerRow[]> {
  const query = knex(typeOf(plan, LEDGER_RECORD).table)
    .where({ target: documentId })
    .orderBy('id', 'desc')
    .limit(MOST_ROWS)
    .select('*');
  if (locale !== null) void query.where({ locale });
  const rows: Record<string, unknown>[] = await query;
  return rows.map(ledgerRow);
}

function ledgerRow(row: Record<string, unknown>): LedgerRow {
  const text = (name: string) => (typeof row[name] === 'string' ? row[name] : null);
  const number = (name: string) => Number(row[name] ?? 0);
  const profile = text('profile');
  const version = row['profile_version'] === null ? null : number('profile_version');
  return {
    id: number('id'),
    job: number('job'),
    dumpPath: text('dump_path') ?? '',
    member: text('member'),
    recordIndex: number('record_index'),
    start: number('start_byte'),
    end: number('end_byte'),
    format: text('format'),
    encoding: text('encoding'),
    profile: profile === null ? null : { name: profile, version },
    outcome: text('outcome') ?? '',
    reason: text('reason'),
    undo: text('undo'),
    locale: text('locale'),
    at: timeOf(row['created_at']),
    evidence: fromJson(row['evidence']) as LedgerRow['evidence'],
    changes: (fromJson(row['changes']) ?? []) as LedgerRow['changes'],
  };
}

/** The importer's version of each job, and how it was told to read. */
export async function jobsOf(
  knex: Knex,
  plan: WritePlan,
  jobs: readonly number[],
): Promise<Map<number, { readonly importerVersion: string | null; readonly options: unknown }>> {
  const { table } = typeOf(plan, IMPORT_JOB);
  const rows: { id: number; version: string | null; options: unknown }[] = await knex(table)
    .whereIn('id', [...new Set(jobs)])
    .select('id', { version: 'importer_version' }, 'options');
  return new Map(
    rows.map((row) => [row.id, { importerVersion: row.version, options: fromJson(row.options) }]),
  );
}
