import type { Knex } from 'knex';

import { TOMBSTONE } from '../plugin-id';
import { typeOf, type WritePlan } from '../import/plan/write-plan';
import { timeOf } from '../import/write/cell-of';

/** An article that was taken down, and why. */
export interface Tombstone {
  readonly id: number;
  readonly kind: 'withdrawn' | 'erased';
  readonly contentType: string;
  readonly target: string;
  /** Empty for a type without languages. */
  readonly locale: string;
  readonly reason: string;
  readonly contentHash: string | null;
  readonly wasPublished: boolean;
  readonly at: Date;
}

/** The tombstones of the given documents, all locales. */
export async function tombstonesOf(
  knex: Knex,
  plan: WritePlan,
  targets: readonly string[],
): Promise<Tombstone[]> {
  if (targets.length === 0) return [];
  const rows: Record<string, unknown>[] = await knex(typeOf(plan, TOMBSTONE).table)
    .whereIn('target', [...new Set(targets)])
    .orderBy('id')
    .select('*');
  return rows.map(tombstoneOf);
}

/** Name of an article for look-ups: one document in one language. */
export function articleName(target: string, locale: string | null): string {
  return `${target}/${locale ?? ''}`;
}

function tombstoneOf(row: Record<string, unknown>): Tombstone {
  const text = (name: string) => (typeof row[name] === 'string' ? row[name] : null);
  return {
    id: Number(row['id']),
    kind: text('kind') === 'erased' ? 'erased' : 'withdrawn',
    contentType: text('content_type') ?? '',
    target: text('target') ?? '',
    locale: text('locale') ?? '',
    reason: text('reason') ?? '',
    contentHash: text('content_hash'),
    wasPublished: Boolean(row['was_published']),
    at: timeOf(row['created_at']) ?? new Date(0),
  };
}
