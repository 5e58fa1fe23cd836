import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Knex } from 'knex';

import type { ErasedOriginal } from '../../../../shared/archive-api';
import { typeOf, type WritePlan } from '../../import/plan/write-plan';
import type { ArticleVersion } from '../../mentions/stored-mention';
import { DUMP_FILE } from '../../plugin-id';
import { Refusal } from '../../refusal';
import { hashFile } from '../../vault/hash-file';
import type { Vault } from '../../vault/vault';
import { originalsOf, type Original } from './originals-of';
import { writeBlankedCopy } from './write-blanked-copy';

export interface ErasedFiles {
  readonly originals: readonly ErasedOriginal[];
  /** Hashes that the vault must let go of once the transaction is committed. */
  readonly remove: readonly string[];
}

/**
 * Erases a record from the originals that the vault keeps. One that holds nothing else goes. Of one that holds other
 * records the vault gets a copy in which this one is blank, and the hash of the original stays noted beside the copy's.
 * Files that were left where they lie are not the archive's to change: they are named, and never read for it again.
 * @throws Refusal where a record cannot be cut out, unless the whole original may go
 */
export async function eraseOriginals(
  trx: Knex.Transaction,
  plan: WritePlan,
  vault: Vault,
  version: ArticleVersion,
  removeOriginals: boolean,
): Promise<ErasedFiles> {
  const originals: ErasedOriginal[] = [];
  const remove: string[] = [];
  for (const original of await originalsOf(trx, plan, version)) {
    const { dumpPath, absolutePath, sha256, vaulted } = original;
    const shown = { file: dumpPath, sha256 };
    if (!vaulted || sha256 === null) {
      originals.push({ ...shown, path: absolutePath, state: 'left' });
      continue;
    }
    const held = original.blanked ?? sha256;
    const whole = original.others === 0;
    const blanked = whole ? null : await blankedCopy(vault, held, original);
    if (!whole && blanked === null && !removeOriginals) {
      throw new Refusal(
        'invalid',
        `${dumpPath} is an archive of files or compressed, and holds ${original.others} other records. This one ` +
          'cannot be cut out of it. Allow the whole original to be removed (removeOriginals): the other articles ' +
          'stay, but nobody can follow them to their bytes any more.',
      );
    }
    await trx(typeOf(plan, DUMP_FILE).table)
      .where({ sha_256: sha256 })
      .update({ blanked, vaulted: blanked !== null, erased: true });
    if (held !== blanked) remove.push(held);
    originals.push({ ...shown, path: null, state: blanked === null ? 'removed' : 'blanked' });
  }
  return { originals, remove };
}

/** Hash of the copy, in the vault already; null where the record has no bytes of its own in the file. */
async function blankedCopy(vault: Vault, held: string, { spans }: Original): Promise<string | null> {
  const borrowed = await vault.borrow(held);
  if (!borrowed || spans === null) {
    await borrowed?.release();
    return null;
  }
  const folder = await mkdtemp(join(tmpdir(), 'backfile-erase-'));
  const copy = join(folder, 'copy');
  try {
    if (await isCompressed(borrowed.path)) return null;
    await writeBlankedCopy(borrowed.path, copy, spans);
    const sha256 = await hashFile(copy);
    await vault.keep(copy, sha256);
    return sha256;
  } finally {
    await rm(folder, { recursive: true });
    await borrowed.release();
  }
}

/** Records of a compressed file have their places in its contents, not in itself. */
async function isCompressed(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    const head = buffer.subarray(0, bytesRead).toString('latin1');
    return head.startsWith('\x1f\x8b') || head.startsWith('PK\x03\x04');
  } finally {
    await file.close();
  }
}
