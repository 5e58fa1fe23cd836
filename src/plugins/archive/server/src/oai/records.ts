import type { Knex } from 'knex';

import type { Harvest, HarvestPlace } from '../../../core/oai/harvest';
import type { TypePlan } from '../import/plan/write-plan';
import { timeOf } from '../import/write/cell-of';
import type { CitableReader } from '../standards/citable-articles';
import type { ArticleSets } from './article-sets';

/** A record's row, of an article that is there or of one that was taken down. */
export interface RecordRow extends HarvestPlace {
  readonly documentId: string;
  readonly locale: string | null;
}

interface Found {
  id: number;
  document_id: string;
  locale: string | null;
  time: unknown;
}

/** Where records are read from. */
export interface RecordTables {
  readonly knex: Knex;
  readonly citable: CitableReader;
  readonly tombstones: TypePlan;
  readonly sets: ArticleSets;
}

/**
 * Rows in the order in which they changed: one that changes during a harvest is met again at its end. `named` are rows
 * of one document, whatever the harvest.
 */
export async function recordRows(
  tables: RecordTables,
  harvest: Pick<Harvest, 'from' | 'before' | 'set' | 'after'>,
  most: number,
): Promise<RecordRow[]> {
  const isLive = harvest.after?.part !== 'deleted';
  const live = isLive ? await read('live', liveRows(tables, harvest.set), 'updated_at', harvest, most) : [];
  if (live.length === most) return live;
  const rest = { ...harvest, after: isLive ? null : harvest.after };
  const deleted = deletedRows(tables, harvest.set);
  return [...live, ...(await read('deleted', deleted, 'created_at', rest, most - live.length))];
}

/** The row of one article in one language; null where it never was public. */
export async function recordRow(
  tables: RecordTables,
  documentId: string,
  locale: string | null,
): Promise<RecordRow | null> {
  const everything = { from: null, before: null, set: null, after: null };
  const narrowed = (query: Knex.QueryBuilder, name: string) => {
    void query.where({ [name]: documentId });
    if (tables.citable.type.localized) void query.where({ locale: locale ?? '' });
    return query;
  };
  const live = narrowed(liveRows(tables, null), 'document_id');
  const [there] = await read('live', live, 'updated_at', everything, 1);
  if (there || (locale !== null && !tables.citable.type.localized)) return there ?? null;
  const deleted = narrowed(deletedRows(tables, null), 'target');
  const [gone] = await read('deleted', deleted, 'created_at', everything, 1);
  return gone ?? null;
}

/** When the first record changed; null in an empty archive. */
export async function earliestChange(tables: RecordTables): Promise<number | null> {
  const everything = { from: null, before: null, set: null, after: null };
  const [live] = await read('live', liveRows(tables, null), 'updated_at', everything, 1);
  const [deleted] = await read('deleted', deletedRows(tables, null), 'created_at', everything, 1);
  const times = [live, deleted].flatMap((row) => row?.time ?? []);
  return times.length === 0 ? null : Math.min(...times);
}

function liveRows({ citable, sets }: RecordTables, set: Harvest['set']): Knex.QueryBuilder {
  const query = citable.published().select('id', 'document_id', { time: 'updated_at' });
  if (citable.type.localized) void query.select('locale');
  return set === null ? query : within(query, sets.rowsOf(set), 'id');
}

/** An article's sets are those of the row that was kept when it was withdrawn. */
function deletedRows(
  { knex, citable, tombstones, sets }: RecordTables,
  set: Harvest['set'],
): Knex.QueryBuilder {
  const query = knex({ stone: tombstones.table })
    .where({ content_type: citable.type.uid })
    .select('id', { document_id: 'target', time: 'created_at' }, 'locale');
  if (citable.type.draftAndPublish) void query.where({ was_published: true });
  if (set === null) return query;
  const kept = within(knex({ kept: citable.type.table }), sets.rowsOf(set), 'kept.id');
  void kept.whereRaw('?? = ??', ['kept.document_id', 'stone.target']);
  if (citable.type.localized) void kept.whereRaw('?? = ??', ['kept.locale', 'stone.locale']);
  return query.whereExists(kept.select('kept.id'));
}

function within(query: Knex.QueryBuilder, rows: Knex.QueryBuilder | null, column: string): Knex.QueryBuilder {
  return rows === null ? query.whereRaw('1 = 0') : query.whereIn(column, rows);
}

async function read(
  part: HarvestPlace['part'],
  query: Knex.QueryBuilder,
  changed: string,
  { from, before, after }: Pick<Harvest, 'from' | 'before' | 'after'>,
  most: number,
): Promise<RecordRow[]> {
  if (from !== null) void query.where(changed, '>=', new Date(from));
  if (before !== null) void query.where(changed, '<', new Date(before));
  if (after !== null) {
    void query.where(changed, '>=', new Date(after.time)).where((later) => {
      void later.where(changed, '>=', new Date(after.time + 1)).orWhere('id', '>', after.id);
    });
  }
  const rows: Found[] = await query.orderBy([{ column: changed }, { column: 'id' }]).limit(most);
  return rows.map(({ id, document_id: documentId, locale, time }) => ({
    part,
    id,
    time: timeOf(time)?.getTime() ?? 0,
    documentId,
    locale: locale ?? null,
  }));
}
