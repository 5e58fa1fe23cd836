import { stat } from 'node:fs/promises';

import type { Knex } from 'knex';

import { typeOf, type WritePlan } from '../import/plan/write-plan';
import { DUMP_FILE } from '../plugin-id';
import { hashFile } from './hash-file';
import type { Vault } from './vault';

/** One finding about an original; `kept` is false for a file that was left where it lay. */
export interface Finding {
  readonly state: 'sound' | 'missing' | 'changed' | 'unreadable' | 'unknown';
  readonly kept: boolean;
  readonly sha256: string;
  /** The dump's name and the path inside it; null for a file of the vault that no import knows. */
  readonly dumpPath: string | null;
  /** Where a file that was left in place lay. */
  readonly path: string | null;
}

interface Original {
  readonly id: number;
  /** Of the copy without erased records where there is one. */
  readonly sha256: string;
  readonly dumpPath: string;
  readonly path: string | null;
}

const ROWS_A_QUERY = 500;

/**
 * Reads every original again and compares its hash with the one noted when it was imported: the vault's copies, the
 * files that were left in place, and what lies in the vault without any import knowing it. Changes nothing.
 */
export async function* verifyVault(knex: Knex, plan: WritePlan, vault: Vault): AsyncGenerator<Finding> {
  const known = new Set<string>();
  for await (const original of originals(knex, plan, true)) {
    if (known.has(original.sha256)) continue;
    known.add(original.sha256);
    yield { ...about(original, true), state: await stateInVault(vault, original) };
  }
  const seen = new Set<string>();
  for await (const original of originals(knex, plan, false)) {
    const name = `${original.path ?? ''} ${original.sha256}`;
    if (seen.has(name) || known.has(original.sha256)) continue;
    seen.add(name);
    yield { ...about(original, false), state: await stateInPlace(original) };
  }
  for await (const sha256 of vault.list()) {
    if (!known.has(sha256)) yield { state: 'unknown', kept: true, sha256, dumpPath: null, path: null };
  }
}

function about({ sha256, dumpPath, path }: Original, kept: boolean): Omit<Finding, 'state'> {
  return { kept, sha256, dumpPath, path: kept ? null : path };
}

async function stateInVault(vault: Vault, { sha256 }: Original): Promise<Finding['state']> {
  const file = await vault.borrow(sha256);
  if (!file) return 'missing';
  try {
    return await stateOf(file.path, sha256);
  } finally {
    await file.release();
  }
}

async function stateInPlace({ path, sha256 }: Original): Promise<Finding['state']> {
  const found = path === null ? null : await stat(path).catch(() => null);
  return path === null || !found?.isFile() ? 'missing' : stateOf(path, sha256);
}

async function stateOf(path: string, sha256: string): Promise<Finding['state']> {
  try {
    return (await hashFile(path)) === sha256 ? 'sound' : 'changed';
  } catch {
    return 'unreadable';
  }
}

/** The files that imports read, oldest first; memory is one page of them. */
async function* originals(knex: Knex, plan: WritePlan, vaulted: boolean): AsyncGenerator<Original> {
  const { table } = typeOf(plan, DUMP_FILE);
  for (let after = 0; ; ) {
    const rows: (Original & { readonly erased: unknown })[] = await knex(table)
      .where({ vaulted })
      .where('id', '>', after)
      .whereNotNull('sha_256')
      .orderBy('id')
      .limit(ROWS_A_QUERY)
      .select('id', 'erased', { dumpPath: 'dump_path', path: 'absolute_path' })
      .select({ sha256: knex.raw('coalesce(blanked, sha_256)') });
    // What was erased and is not in the vault is not looked for any more.
    yield* rows.filter(({ erased }) => vaulted || !erased);
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}
