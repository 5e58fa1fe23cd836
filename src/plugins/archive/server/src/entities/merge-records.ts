import type { Knex } from 'knex';

import { foldName } from '../../../core/entities/fold-name';
import { nameHash } from '../../../core/entities/name-hash';
import type { LinkPlan, WritePlan } from '../import/plan/write-plan';
import type { NamedRecord } from '../import/resolve/read-authority-names';
import { linkRows } from '../import/write/insert-documents';
import { insertRows } from '../import/write/insert-rows';
import { MENTIONS } from '../mentions/mention-tables';
import { ChangeRefused } from './change-refused';
import { changesOf, endChange, noteChange } from './entity-change';
import { entityTarget, readRecords } from './read-record';
import { addNames, removeNames } from './record-names';

/**
 * Merges a record into another one: the other gets all its names, and it stays as a redirect. Links of articles follow
 * in batches, by `carryOutChanges`.
 * @throws ChangeRefused where one is gone or merged already, or where the merge would lead in a circle.
 */
export async function mergeRecords(
  trx: Knex.Transaction,
  plan: WritePlan,
  from: string,
  into: string,
): Promise<void> {
  const link = mergeLink(plan);
  const records = await readRecords(trx, plan, [from, into]);
  const [record, survivor] = [known(records, from), known(records, into)];
  if (from === into) throw new ChangeRefused('same-record', `${record.name} cannot be merged into itself.`);
  if (record.mergedInto !== null) {
    throw new ChangeRefused(
      'record-merged',
      `${record.name} is merged into another record already: undo that first.`,
    );
  }
  if (survivor.mergedInto !== null) {
    throw await (survivor.mergedInto === from
      ? new ChangeRefused('merge-cycle', `${survivor.name} is merged into ${record.name}: undo that first.`)
      : refusalOfMerged(trx, plan, from, survivor));
  }
  const has = new Set(survivor.names.map(foldName));
  const names = record.names.filter((name) => !has.has(foldName(name)));
  await addNames(trx, plan, survivor, names);
  await insertRows(trx, linkRows(link, record.draft, false, [survivor]));
  await noteChange(trx, { kind: 'merge', entity: from, other: into, names, state: 'open' });
}

async function refusalOfMerged(
  trx: Knex.Transaction,
  plan: WritePlan,
  from: string,
  survivor: NamedRecord,
): Promise<ChangeRefused> {
  const all = await readRecords(trx, plan, null);
  const seen = new Set<string>();
  let last = survivor;
  while (last.mergedInto !== null && !seen.has(last.documentId)) {
    seen.add(last.documentId);
    last = all.get(last.mergedInto) ?? { ...last, mergedInto: null };
  }
  if (last.documentId === from) {
    return new ChangeRefused(
      'merge-cycle',
      `${survivor.name} leads to this record already: a merge would go in a circle.`,
    );
  }
  return new ChangeRefused(
    'record-merged',
    `${survivor.name} is merged into ${last.name}: merge into that one.`,
  );
}

/**
 * Undoes a merge: the names that the other record got by it go, and so do the mentions that were given to it since
 * under names that only the merged record had. Links follow in batches.
 * @throws ChangeRefused where the record is not merged.
 */
export async function unmergeRecord(
  trx: Knex.Transaction,
  plan: WritePlan,
  documentId: string,
): Promise<void> {
  const link = mergeLink(plan);
  const record = known(await readRecords(trx, plan, [documentId]), documentId);
  const merge = (await changesOf(trx, { kinds: ['merge'] }))
    .filter(
      ({ entity, other, state }) =>
        entity === documentId && other === record.mergedInto && state !== 'undone',
    )
    .at(-1);
  if (record.mergedInto === null) throw new ChangeRefused('not-merged', `${record.name} is not merged.`);
  const survivor = (await readRecords(trx, plan, [record.mergedInto])).get(record.mergedInto);
  await trx(link.table)
    .where({ [link.from]: record.draft })
    .delete();
  if (survivor === undefined) return;
  const names = merge?.names ?? [];
  await removeNames(trx, plan, survivor, names);
  const hashes = names.map((name) => nameHash(foldName(name)));
  await trx(MENTIONS)
    .where({ entity: survivor.documentId })
    .whereIn('name', hashes)
    .update({ entity: documentId });
  if (merge === undefined) return;
  await endChange(trx, merge.id, 'undone');
  const { documentId: other } = survivor;
  await noteChange(trx, {
    kind: 'unmerge',
    entity: documentId,
    other,
    names: [String(merge.id)],
    state: 'open',
  });
}

/** A record of those that were read. @throws ChangeRefused */
export function known(records: ReadonlyMap<string, NamedRecord>, documentId: string): NamedRecord {
  const record = records.get(documentId);
  if (record !== undefined) return record;
  throw new ChangeRefused('record-unknown', `There is no entity "${documentId.slice(0, 50)}".`);
}

function mergeLink(plan: WritePlan): LinkPlan {
  const target = entityTarget(plan);
  const attribute = target?.attributes.mergedInto;
  const link = target && attribute ? target.type.links[attribute] : undefined;
  if (link !== undefined) return link;
  throw new ChangeRefused(
    'site-without-entities',
    'The site keeps no entities that can be merged: set content.entity.',
  );
}
