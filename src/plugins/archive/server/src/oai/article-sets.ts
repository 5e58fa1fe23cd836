import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

import { setSpec, type OaiSet } from '../../../core/oai/harvest';
import type { ContentTarget } from '../config/archive-config';
import { describeType } from '../import/plan/describe-types';
import type { LinkPlan, TypePlan } from '../import/plan/write-plan';

interface Kind {
  readonly kind: OaiSet['kind'];
  readonly link: LinkPlan;
  readonly type: TypePlan;
}

/** The eras and sources that articles can be harvested by. */
export interface ArticleSets {
  /** All sets, by name. */
  list(): Promise<{ spec: string; name: string }[]>;
  /** The numbers of a set's rows, as a query to put into another one; null where there is no such kind of set. */
  rowsOf(set: OaiSet): Knex.QueryBuilder | null;
  /** The names of the sets that each of the rows belongs to. */
  specsOf(ids: readonly number[]): Promise<Map<number, string[]>>;
}

export function articleSets(
  strapi: Core.Strapi,
  article: TypePlan,
  { attributes }: ContentTarget,
): ArticleSets {
  const knex = strapi.db.connection;
  const relations = { era: 'era', source: attributes['source'] };
  const kinds = (['era', 'source'] as const).flatMap((kind): Kind[] => {
    const relation = relations[kind];
    const link = relation ? article.links[relation] : undefined;
    return link ? [{ kind, link, type: describeType(strapi, link.target) }] : [];
  });
  const links = ({ link, type }: Kind) =>
    knex({ link: link.table }).join({ target: type.table }, `link.${link.to}`, 'target.id');

  return {
    async list() {
      const sets: { spec: string; name: string }[] = [];
      for (const { kind, type } of kinds) {
        const rows: { documentId: string; name: string }[] = await knex(type.table)
          .orderBy(['name', 'id'])
          .select({ documentId: 'document_id', name: 'name' });
        for (const { documentId, name } of rows) sets.push({ spec: setSpec({ kind, documentId }), name });
      }
      return sets;
    },

    rowsOf(set) {
      const found = kinds.find(({ kind }) => kind === set.kind);
      if (!found) return null;
      return links(found).where('target.document_id', set.documentId).select(`link.${found.link.from}`);
    },

    async specsOf(ids) {
      const specs = new Map<number, string[]>(ids.map((id) => [id, []]));
      for (const one of kinds) {
        const rows: { from: number; documentId: string }[] = await links(one)
          .whereIn(`link.${one.link.from}`, [...ids])
          .select({ from: `link.${one.link.from}`, documentId: 'target.document_id' });
        for (const { from, documentId } of rows)
          specs.get(from)?.push(setSpec({ kind: one.kind, documentId }));
      }
      return specs;
    },
  };
}
