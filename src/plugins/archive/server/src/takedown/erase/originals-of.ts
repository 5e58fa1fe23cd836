import type { Knex } from 'knex';

import { typeOf, type WritePlan } from '../../import/plan/write-plan';
import type { ArticleVersion } from '../../mentions/stored-mention';
import { DUMP_FILE, LEDGER_RECORD } from '../../plugin-id';
import type { ByteSpan } from './write-blanked-copy';

/** A file of a dump that an article was read from. */
export interface Original {
  readonly dumpPath: string;
  readonly absolutePath: string | null;
  readonly sha256: string | null;
  readonly vaulted: boolean;
  /** Hash of the copy without what was erased before. */
  readonly blanked: string | null;
  /** The article's bytes in it; null where they lie in a file inside of it. */
  readonly spans: readonly ByteSpan[] | null;
  /** How many records it holds that are not the article's. */
  readonly others: number;
}

interface Place {
  readonly job: number;
  readonly dumpPath: string;
  readonly member: string | null;
  readonly start: string | number;
  readonly end: string | number;
}

/** The files that the imports of an article read, each once however often it was imported. */
export async function originalsOf(
  trx: Knex.Transaction,
  plan: WritePlan,
  { target, locale }: ArticleVersion,
): Promise<Original[]> {
  const ledger = () => trx(typeOf(plan, LEDGER_RECORD).table);
  const places: Place[] = await ledger()
    .where({ target, locale })
    .select('job', 'member', { dumpPath: 'dump_path', start: 'start_byte', end: 'end_byte' });
  const originals = new Map<string, Original>();
  for (const place of places) {
    const at = { job: place.job, dump_path: place.dumpPath };
    const files: Record<string, unknown>[] = await trx(typeOf(plan, DUMP_FILE).table).where(at).select('*');
    const [count]: { others: string | number }[] = await ledger()
      .where(at)
      .where((other) => {
        void other.whereNull('target').orWhereNot({ target }).orWhereNot({ locale });
      })
      .count({ others: '*' });
    for (const file of files) {
      const text = (name: string) => (typeof file[name] === 'string' ? file[name] : null);
      const sha256 = text('sha_256');
      const name = sha256 ?? text('absolute_path') ?? place.dumpPath;
      const before = originals.get(name);
      originals.set(name, {
        dumpPath: place.dumpPath,
        absolutePath: text('absolute_path'),
        sha256,
        vaulted: (before?.vaulted ?? false) || Boolean(file['vaulted']),
        blanked: text('blanked'),
        spans: spansWith(before, place),
        others: Math.max(before?.others ?? 0, Number(count?.others ?? 0)),
      });
    }
  }
  return [...originals.values()];
}

function spansWith(before: Original | undefined, { member, start, end }: Place): readonly ByteSpan[] | null {
  if (member !== null || before?.spans === null) return null;
  return [...(before?.spans ?? []), { start: Number(start), end: Number(end) }];
}
