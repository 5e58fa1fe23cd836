import type { Knex } from 'knex';

import { ENTITY_KINDS } from '../../../../core/draft-article';
import { compileGazetteer, type Gazetteer } from '../../../../core/entities/gazetteer';
import type { WritePlan } from '../plan/write-plan';
import { loadEntities } from './entity-authority';

/** All names of the records that people confirmed, compiled once for a job; undefined where there are none. */
export async function loadGazetteer(knex: Knex, plan: WritePlan): Promise<Gazetteer | undefined> {
  const { confirmed } = await loadEntities(knex, plan);
  if (confirmed.length === 0) return undefined;
  return compileGazetteer(
    confirmed.map(({ documentId, kind, names }) => ({
      id: documentId,
      kind: ENTITY_KINDS.find((one) => one === kind) ?? 'other',
      names,
    })),
  );
}
