import type { Knex } from 'knex';

import { ERA } from '../../plugin-id';
import { typeOf, type WritePlan } from '../plan/write-plan';
import type { WriteTarget } from './prepare-record';
import { emptyAuthority, loadAuthority, type Authority } from './authority';

/** What a running import keeps in memory between batches. */
export interface ImportContext {
  readonly plan: WritePlan;
  readonly job: number;
  readonly publish: boolean;
  readonly target: WriteTarget;
  readonly now: () => Date;
  readonly authorities: Authorities;
}

export interface Authorities {
  readonly sources: Authority;
  readonly entities: Authority;
  readonly eras: Authority;
}

/** Reads the names of all sources, entities and eras. */
export async function loadAuthorities(knex: Knex, plan: WritePlan): Promise<Authorities> {
  const { source, entity } = plan.content;
  const load = (target: typeof source | typeof entity) =>
    target && plan.types[target.uid] && target.attributes.name
      ? loadAuthority(knex, typeOf(plan, target.uid), { ...target.attributes, name: target.attributes.name })
      : Promise.resolve(emptyAuthority());
  const eraNames = { name: 'name', alternatives: 'alternativeNames' };
  return {
    sources: await load(source),
    entities: await load(entity),
    eras: await loadAuthority(knex, typeOf(plan, ERA), eraNames),
  };
}
