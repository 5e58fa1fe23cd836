import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

import { foldName } from '../../../core/entities/fold-name';
import type { ArchiveConfig } from '../config/archive-config';
import { loadPlan } from '../import/plan/load-plan';
import type { WritePlan } from '../import/plan/write-plan';
import type { NamedRecord } from '../import/resolve/read-authority-names';
import { MENTIONS } from '../mentions/mention-tables';
import { PLUGIN_ID } from '../plugin-id';
import type { EntityService } from './entity-service';
import { releaseLinks } from './carry-out-change';
import { noteChange } from './entity-change';
import { readRecords } from './read-record';

const WATCHED = new Set(['create', 'update', 'delete']);

/**
 * What an editor does to an entity is remembered, so that no import undoes it: a deleted record's names make no new
 * one, a renamed record keeps its old name, a refused one loses its links, and one with new names gets the mentions
 * that were waiting for them. The rest follows in batches once the save is committed.
 */
export function rememberDecisions(strapi: Core.Strapi, config: ArchiveConfig): void {
  const uid = config.content.entity?.uid;
  strapi.documents.use(async (context, next) => {
    if (context.uid !== uid || !WATCHED.has(context.action)) return next();
    const named = (context.params as { documentId?: string }).documentId;
    return strapi.db.transaction(async ({ trx, onCommit }) => {
      const plan = await loadPlan(trx);
      // At the very first start the tables are not described yet.
      if (plan === null) return next();
      const before = await recordOf(trx, plan, named);
      if (context.action === 'delete' && before !== null) await releaseLinks(trx, plan, before.documentId);
      const result = await next();
      const after = await recordOf(trx, plan, named ?? documentIdOf(result));
      await noteWhatChanged(trx, before, after);
      onCommit(() => {
        const service: EntityService = strapi.plugin(PLUGIN_ID).service('entity');
        service.carryOut();
      });
      return result;
    });
  });
}

async function recordOf(
  trx: Knex.Transaction,
  plan: WritePlan,
  documentId: string | undefined,
): Promise<NamedRecord | null> {
  return documentId === undefined
    ? null
    : ((await readRecords(trx, plan, [documentId])).get(documentId) ?? null);
}

function documentIdOf(result: unknown): string | undefined {
  const id = (result as { documentId?: unknown } | null)?.documentId;
  return typeof id === 'string' ? id : undefined;
}

async function noteWhatChanged(
  trx: Knex.Transaction,
  before: NamedRecord | null,
  after: NamedRecord | null,
): Promise<void> {
  if (after === null) {
    if (before === null) return;
    const { documentId: entity, names } = before;
    await trx(MENTIONS).where({ entity }).update({ entity: null });
    await noteChange(trx, { kind: 'remove', entity, other: null, names, state: 'done' });
    return;
  }
  const { documentId: entity } = after;
  const had = new Set(before?.state === 'rejected' ? [] : (before?.names ?? []).map(foldName));
  const has = new Set(after.names.map(foldName));
  if (before !== null && !has.has(foldName(before.name))) {
    await noteChange(trx, { kind: 'rename', entity, other: null, names: [before.name], state: 'done' });
  }
  if (after.state === 'rejected') {
    if (before?.state === 'rejected') return;
    await noteChange(trx, { kind: 'reject', entity, other: null, names: [], state: 'open' });
    return;
  }
  const fresh = after.names.filter((name) => !had.has(foldName(name)));
  if (fresh.length > 0)
    await noteChange(trx, { kind: 'link', entity, other: null, names: fresh, state: 'open' });
}
