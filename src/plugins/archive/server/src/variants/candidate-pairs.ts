import type { Knex } from 'knex';

import { pairsOfBand } from '../../../core/dedupe/band-groups';
import { BANDS } from '../../../core/dedupe/signature';
import { unpackedBands } from './packed-signature';
import { SIGNATURES } from './variant-tables';

/** Signatures by number: one of the job, with others that may be the same text. */
export type Candidates = ReadonlyMap<number, readonly number[]>;

const ROWS_A_QUERY = 20_000;
/** Of the bands that are held in memory at a time: a million articles take 32 MB. */
const BYTES_AT_A_TIME = 32 * 1024 * 1024;
const MOST_OTHERS = 8;

/**
 * Finds the texts of a job that share a band with another text, this job's own included. Reads the signatures of
 * the whole archive once for as many bands as memory allows, and sorts: no text is compared with all others.
 */
export async function candidatePairs(knex: Knex, job: number): Promise<Candidates> {
  const [count]: { count: number | string }[] = await knex(SIGNATURES).count({ count: '*' });
  const total = Number(count?.count ?? 0);
  const found = new Map<number, Set<number>>();
  const own = await knex(SIGNATURES).where({ job }).first('id');
  if (own === undefined || total < 2) return new Map();
  const together = Math.max(1, Math.min(BANDS, Math.floor(BYTES_AT_A_TIME / (total * 4))));
  for (let from = 0; from < BANDS; from += together) {
    const to = Math.min(BANDS, from + together);
    const { ids, fresh, columns } = await readBands(knex, { total, job, from, to });
    for (const column of columns) {
      for (const pair of pairsOfBand(column, (at) => fresh[at] === 1))
        note(found, ids[pair.fresh], ids[pair.other]);
    }
  }
  return new Map([...found].map(([id, others]) => [id, [...others].sort((a, b) => a - b)]));
}

function note(found: Map<number, Set<number>>, id: number | undefined, other: number | undefined): void {
  if (id === undefined || other === undefined) return;
  const known = found.get(id);
  if (known === undefined) found.set(id, new Set([other]));
  else if (known.size < MOST_OTHERS) known.add(other);
}

async function readBands(
  knex: Knex,
  { total, job, from, to }: { total: number; job: number; from: number; to: number },
): Promise<{ ids: Float64Array; fresh: Uint8Array; columns: readonly Uint32Array[] }> {
  const ids = new Float64Array(total);
  const fresh = new Uint8Array(total);
  const columns = Array.from({ length: to - from }, () => new Uint32Array(total));
  let count = 0;
  for (let last = 0; count < total; ) {
    const rows: { id: number | string; job: number; bands: string }[] = await knex(SIGNATURES)
      .where('id', '>', last)
      .orderBy('id')
      .limit(Math.min(ROWS_A_QUERY, total - count))
      .select('id', 'job', 'bands');
    if (rows.length === 0) break;
    for (const row of rows) {
      const bands = unpackedBands(row.bands);
      columns.forEach((column, at) => {
        column[count] = bands[from + at] ?? 0;
      });
      last = Number(row.id);
      ids[count] = last;
      fresh[count] = row.job === job ? 1 : 0;
      count += 1;
    }
  }
  return { ids, fresh, columns: columns.map((column) => column.subarray(0, count)) };
}
