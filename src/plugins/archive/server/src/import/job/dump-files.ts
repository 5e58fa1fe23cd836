import type { Knex } from 'knex';

import type { FileEnd, InputFile } from '../input/parsed-record';
import { DUMP_FILE } from '../../plugin-id';
import { typeOf, type WritePlan } from '../plan/write-plan';
import type { ImportContext } from '../resolve/import-context';
import { insertInternal } from '../write/insert-internal';

/** Notes files that were read to their end, with their fixity. */
export async function writeDumpFiles(
  trx: Knex.Transaction,
  { plan, job, now }: ImportContext,
  ended: readonly FileEnd[],
): Promise<void> {
  const rows = ended.map(({ file, bytes, sha256, modifiedAt, records, vaulted = false }) => ({
    job,
    dumpPath: file.dumpPath,
    absolutePath: file.absolute,
    root: file.root,
    size: bytes,
    modifiedAt: modifiedAt === null ? null : new Date(modifiedAt),
    sha256,
    records,
    vaulted,
  }));
  await insertInternal(trx, typeOf(plan, DUMP_FILE), rows, now());
}

/** Of the given files, those that a job has read to their end, by `root` and `dumpPath`. */
export async function filesRead(
  knex: Knex,
  plan: WritePlan,
  job: number,
  files: readonly InputFile[],
): Promise<Set<string>> {
  const rows: { root: string; dumpPath: string }[] = await knex(typeOf(plan, DUMP_FILE).table)
    .where({ job })
    .whereIn(
      'dump_path',
      files.map((file) => file.dumpPath),
    )
    .select('root', { dumpPath: 'dump_path' });
  return new Set(rows.map(fileName));
}

/** Name of a file within a job. */
export function fileName({ root, dumpPath }: Pick<InputFile, 'root' | 'dumpPath'>): string {
  return `${root}\n${dumpPath}`;
}
