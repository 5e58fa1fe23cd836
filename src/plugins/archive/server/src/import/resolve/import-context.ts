import type { Knex } from 'knex';

import { outletKey } from '../../../../core/fields/outlet-key';
import { ERA } from '../../plugin-id';
import { typeOf, type WritePlan } from '../plan/write-plan';
import type { WriteTarget } from './prepare-record';
import { emptyAuthority, loadAuthority, type Authority } from './authority';
import { loadEntities, type EntityAuthority } from './entity-authority';

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
  readonly entities: EntityAuthority;
  readonly eras: Authority;
}

/** Reads the names of all sources, entities and eras. */
export async function loadAuthorities(knex: Knex, plan: WritePlan): Promise<Authorities> {
  const eraNames = { name: 'name', alternatives: 'alternativeNames' };
  return {
    sources: await loadSources(knex, plan),
    entities: await loadEntities(knex, plan),
    eras: await loadAuthority(knex, typeOf(plan, ERA), eraNames),
  };
}

/** One record for an outlet, however a page spells it. */
async function loadSources(knex: Knex, { content, types }: WritePlan): Promise<Authority> {
  const { source } = content;
  const type = source ? types[source.uid] : undefined;
  if (!source || !type || !source.attributes.name) return emptyAuthority(outletKey);
  return loadAuthority(knex, type, { ...source.attributes, name: source.attributes.name }, outletKey);
}
