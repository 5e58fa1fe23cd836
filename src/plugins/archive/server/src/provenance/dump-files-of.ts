import type { Knex } from 'knex';

import { typeOf, type WritePlan } from '../import/plan/write-plan';
import { timeOf } from '../import/write/cell-of';
import { DUMP_FILE } from '../plugin-id';
import type { LedgerRow } from './article-history';

/** A file of a dump as it was when it was read. */
export interface DumpFileRow {
  readonly job: number;
  readonly dumpPath: string;
  readonly absolutePath: string | null;
  readonly root: string | null;
  readonly size: number;
  readonly modifiedAt: Date | null;
  readonly sha256: string | null;
  readonly vaulted: boolean;
  /** Hash of the vault's copy without the records that were erased. */
  readonly blanked: string | null;
}

/** The files that the given rows were read from, by `fileKey`; one that was not read to its end is not known. */
export async function dumpFilesOf(
  knex: Knex,
  plan: WritePlan,
  rows: readonly Pick<LedgerRow, 'job' | 'dumpPath'>[],
): Promise<Map<string, DumpFileRow[]>> {
  const files = new Map<string, DumpFileRow[]>();
  if (rows.length === 0) return files;
  const found: Record<string, unknown>[] = await knex(typeOf(plan, DUMP_FILE).table)
    .whereIn('job', [...new Set(rows.map((row) => row.job))])
    .whereIn('dump_path', [...new Set(rows.map((row) => row.dumpPath))])
    .select('*');
  for (const file of found.map(dumpFile))
    files.set(fileKey(file), [...(files.get(fileKey(file)) ?? []), file]);
  return files;
}

/** Name of a file within all jobs; two folders of one job may hold files of one name. */
export function fileKey({ job, dumpPath }: Pick<LedgerRow, 'job' | 'dumpPath'>): string {
  return `${job} ${dumpPath}`;
}

function dumpFile(row: Record<string, unknown>): DumpFileRow {
  const text = (name: string) => (typeof row[name] === 'string' ? row[name] : null);
  return {
    job: Number(row['job']),
    dumpPath: text('dump_path') ?? '',
    absolutePath: text('absolute_path'),
    root: text('root'),
    size: Number(row['size'] ?? 0),
    modifiedAt: timeOf(row['modified_at']),
    sha256: text('sha_256'),
    vaulted: Boolean(row['vaulted']),
    blanked: text('blanked'),
  };
}
