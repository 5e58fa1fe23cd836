import type { Knex } from 'knex';

import { ARCHIVE_EVENT } from '../plugin-id';
import { typeOf, type WritePlan } from '../import/plan/write-plan';
import { insertInternal } from '../import/write/insert-internal';

/** What the log tells of; `content-types/archive-event` lists the same. */
export const EVENT_KINDS = [
  'imported',
  'rolledBack',
  'withdrew',
  'restored',
  'erased',
  'merged',
  'reviewed',
  'profileChanged',
  'exported',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** One thing that somebody did to the archive. */
export interface ArchiveEvent {
  readonly kind: EventKind;
  /** Who did it: an administrator, an API token, a user of the machine. */
  readonly actor: string;
  readonly job?: number | null;
  readonly contentType?: string | null;
  readonly target?: string | null;
  readonly locale?: string | null;
  readonly reason?: string | null;
  readonly details?: Readonly<Record<string, unknown>> | null;
}

/** Adds a row to the log, in the transaction of what it tells of: neither is there without the other. */
export async function addEvent(
  trx: Knex.Transaction,
  plan: WritePlan,
  event: ArchiveEvent,
  now: Date,
): Promise<void> {
  await insertInternal(trx, typeOf(plan, ARCHIVE_EVENT), [{ ...event, details: event.details ?? null }], now);
}
