import type { Core } from '@strapi/strapi';

import type { Referrer } from './write-plan';

interface RelationMeta {
  type: string;
  target?: string;
  joinTable?: { name: string; inverseJoinColumn?: { name: string } };
  joinColumn?: { name: string; referencedColumn?: string };
  owner?: boolean;
}

/** Every column of the site, in any content type or component, that points at the rows of a type. */
export function referrersOf(strapi: Core.Strapi, uid: string): Referrer[] {
  const found: Referrer[] = [];
  for (const meta of strapi.db.metadata.values()) {
    for (const raw of Object.values(meta.attributes)) {
      const relation = raw as unknown as RelationMeta;
      if (relation.type !== 'relation' || relation.target !== uid) continue;
      const { joinTable, joinColumn } = relation;
      if (joinTable?.inverseJoinColumn) {
        found.push({ table: joinTable.name, column: joinTable.inverseJoinColumn.name });
      } else if (joinColumn && joinColumn.referencedColumn === 'id') {
        found.push({ table: meta.tableName, column: joinColumn.name });
      }
    }
  }
  return found;
}
