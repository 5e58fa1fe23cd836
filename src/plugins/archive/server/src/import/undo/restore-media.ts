import type { Knex } from 'knex';

import { typeOf, type WritePlan } from '../plan/write-plan';
import { mediaItems } from '../resolve/media-items';
import { writeMediaChange } from '../resolve/write-media-change';
import type { FieldChange } from '../write/update-articles';

/**
 * Takes back what a record changed in media items, last change first: captions and credits that still stand as the
 * import left them. What a person changed since stays. `importedAt` is the time of change that the import gave.
 */
export async function restoreMedia(
  trx: Knex.Transaction,
  plan: WritePlan,
  changes: readonly FieldChange[],
  importedAt: Date | null,
): Promise<void> {
  const uid = plan.content.media?.uid;
  const written = changes.filter((change) => change.media !== undefined && !change.kept);
  if (uid === undefined || written.length === 0) return;
  const type = typeOf(plan, uid);
  const items = await mediaItems(trx, plan, type, [...new Set(written.map(({ media = '' }) => media))]);
  for (const { media = '', row: version, field, before, after, rowChangedAt } of [...written].reverse()) {
    const row = items.get(media)?.rows.find((one) => one.version === version);
    if (!row) continue;
    const untouched = row.updatedAt?.getTime() === importedAt?.getTime();
    const changedAt = untouched && rowChangedAt !== null ? new Date(rowChangedAt) : row.updatedAt;
    await writeMediaChange(trx, plan, type, row, { field, before: after, after: before }, changedAt);
  }
}
