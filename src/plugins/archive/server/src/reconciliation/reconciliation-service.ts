import { setImmediate } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';

import { itemsBeginning } from '../../../core/entities/reconcile/name-index';
import { readConfig } from '../config/read-config';
import { loadedPlan } from '../import/plan/loaded-plan';
import { PLUGIN_ID } from '../plugin-id';
import { AUTHORITY_TYPES, typeNamed, type AuthorityTable, type NamedType } from './authority';
import { authorityIndex } from './authority-index';
import { propertiesOf, readProperties, type Property } from './authority-properties';
import { extendRecords, type ExtendedRows } from './extend-records';
import { matchAuthorities, type Candidate, type Tables } from './match-authorities';
import { previewPage } from './preview-page';
import type { Extension, MatchQuery } from './reconciliation-request';

type Answers = Readonly<Record<string, { readonly result: readonly Candidate[] }>>;
type SuggestedEntity = NamedType & { readonly notable: readonly NamedType[] };

/** What a client of the Reconciliation Service API may ask of the archive's records. */
export interface ReconciliationService {
  match(queries: ReadonlyMap<string, MatchQuery>): Promise<Answers>;
  extend(extension: Extension): Promise<ExtendedRows>;
  /** What is kept of records of a type; of all records where none is named. */
  properties(type: string | null): NamedType[];
  suggestEntities(prefix: string): Promise<SuggestedEntity[]>;
  suggestProperties(prefix: string): NamedType[];
  suggestTypes(prefix: string): NamedType[];
  /** A page; null where there is no such record. */
  preview(id: string): Promise<string | null>;
}

const MOST_SUGGESTIONS = 20;

export function createReconciliationService({ strapi }: { strapi: Core.Strapi }): ReconciliationService {
  const index = authorityIndex(strapi.db.connection, () => loadedPlan(strapi));
  let known: Tables | null = null;
  const tables = (): Tables => (known ??= tablesOf(strapi));
  const service: ReconciliationService = {
    async match(queries) {
      const records = await index();
      const answers: [string, Answers[string]][] = [];
      for (const [name, query] of queries) {
        answers.push([name, { result: await matchAuthorities(strapi, records, tables(), query) }]);
        await setImmediate();
      }
      return Object.fromEntries(answers);
    },
    extend: async (extension) => extendRecords(strapi, await index(), tables(), extension),
    properties(type) {
      const properties = new Map<string, NamedType>();
      for (const [table, { properties: own }] of tables()) {
        if (type !== null && (type === 'source') !== (table === 'source')) continue;
        for (const { id, name } of own) properties.set(id, { id, name });
      }
      return [...properties.values()];
    },
    async suggestEntities(prefix) {
      const found = itemsBeginning((await index()).names, prefix, MOST_SUGGESTIONS);
      return found.map(({ id, name, type }) => ({ id, name, notable: [typeNamed(type)] }));
    },
    suggestProperties: (prefix) => beginning(service.properties(null), prefix),
    suggestTypes: (prefix) => beginning(AUTHORITY_TYPES, prefix),
    async preview(id) {
      const authority = (await index()).byId.get(id);
      const table = authority && tables().get(authority.table);
      if (!authority || !table) return null;
      const { uid, properties } = table;
      const values = await readProperties(strapi, uid, [authority.documentId], properties);
      return previewPage(authority, properties, values.get(authority.documentId) ?? new Map());
    },
  };
  return service;
}

function beginning(named: readonly NamedType[], prefix: string): NamedType[] {
  const wanted = prefix.toLowerCase();
  const has = ({ id, name }: NamedType) =>
    id.toLowerCase().includes(wanted) || name.toLowerCase().includes(wanted);
  return named.filter(has).slice(0, MOST_SUGGESTIONS);
}

function tablesOf(strapi: Core.Strapi): Tables {
  const { content } = readConfig(strapi.config.get(`plugin::${PLUGIN_ID}`));
  const tables = new Map<AuthorityTable, { uid: string; properties: readonly Property[] }>();
  for (const table of ['entity', 'source'] as const) {
    const uid = content[table]?.uid;
    if (uid !== undefined && uid in strapi.contentTypes)
      tables.set(table, { uid, properties: propertiesOf(strapi, uid) });
  }
  return tables;
}
