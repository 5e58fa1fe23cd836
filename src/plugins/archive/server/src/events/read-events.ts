import type { Knex } from 'knex';

import type { EventView } from '../../../shared/archive-api';
import { typeOf, type WritePlan } from '../import/plan/write-plan';
import { fromJson, timeOf } from '../import/write/cell-of';
import { ARCHIVE_EVENT } from '../plugin-id';
import type { EventKind } from './archive-event';

export interface EventFilter {
  readonly kinds: readonly EventKind[] | null;
  /** Document ID of an article. */
  readonly target: string | null;
  /** Only rows before this one; null for the newest. */
  readonly before: number | null;
  readonly most: number;
}

/** Rows of the log, newest first. */
export async function readEvents(
  knex: Knex,
  plan: WritePlan,
  { kinds, target, before, most }: EventFilter,
): Promise<EventView[]> {
  const query = knex(typeOf(plan, ARCHIVE_EVENT).table).orderBy('id', 'desc').limit(most).select('*');
  if (kinds !== null) void query.whereIn('kind', kinds);
  if (target !== null) void query.where({ target });
  if (before !== null) void query.where('id', '<', before);
  const rows: Record<string, unknown>[] = await query;
  return rows.map(eventView);
}

function eventView(row: Record<string, unknown>): EventView {
  const text = (name: string) => (typeof row[name] === 'string' ? row[name] : null);
  return {
    id: Number(row['id']),
    kind: text('kind') ?? '',
    actor: text('actor') ?? '',
    job: row['job'] === null ? null : Number(row['job']),
    contentType: text('content_type'),
    documentId: text('target'),
    locale: text('locale'),
    reason: text('reason'),
    details: fromJson(row['details']),
    at: timeOf(row['created_at'])?.toISOString() ?? null,
  };
}
