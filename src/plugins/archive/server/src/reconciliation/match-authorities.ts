import type { Core } from '@strapi/strapi';

import { isIdentifierName, readIdentifier } from '../../../core/entities/identifiers';
import { likestItems } from '../../../core/entities/reconcile/name-index';
import { fold } from '../../../core/text/fold';
import { isOfType, typeNamed, type Authority, type AuthorityTable, type NamedType } from './authority';
import type { AuthorityIndex } from './authority-index';
import { findByIdentifier, readProperties, type Property, type PropertyValues } from './authority-properties';
import type { MatchQuery } from './reconciliation-request';

export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly type: readonly NamedType[];
  /** 0 to 100. */
  readonly score: number;
  /** Sure enough to be taken without a person. */
  readonly match: boolean;
  readonly features: readonly { readonly id: string; readonly value: number | boolean }[];
}

/** The site's types of records and what they keep. */
export type Tables = ReadonlyMap<
  AuthorityTable,
  { readonly uid: string; readonly properties: readonly Property[] }
>;

const MOST_WEIGHED = 50;
const PROPERTIES_WEIGH = 0.2;
/** From here on, with nobody close behind, a confirmed record is the one. */
const SURE = 95;
const CLOSE = 5;

interface Weighed {
  readonly item: Authority;
  readonly nameScore: number;
  readonly score: number;
  readonly identified: boolean;
}

/** The records that a query may mean, best first: by name, then by what else is told of them. */
export async function matchAuthorities(
  strapi: Core.Strapi,
  { names, byId }: AuthorityIndex,
  tables: Tables,
  query: MatchQuery,
): Promise<Candidate[]> {
  const accepts = (item: Authority) =>
    query.types === null || query.types.some((type) => isOfType(item, type));
  const byName = query.text === '' ? [] : likestItems(names, query.text, accepts).slice(0, MOST_WEIGHED);
  const scores = new Map(byName.map(({ item, score }) => [item, score]));
  for (const id of await identified(strapi, tables, query)) {
    const item = byId.get(id);
    if (item !== undefined && accepts(item) && !scores.has(item)) scores.set(item, 0);
  }
  const weighed: Weighed[] = [];
  for (const [table, { uid, properties }] of tables) {
    const asked = properties.filter(({ id }) => query.properties.some((property) => property.id === id));
    const items = [...scores.keys()].filter((item) => item.table === table);
    const values =
      asked.length === 0
        ? null
        : await readProperties(
            strapi,
            uid,
            items.map(({ documentId }) => documentId),
            asked,
          );
    for (const item of items)
      weighed.push(weigh(item, scores.get(item) ?? 0, asked, query, values?.get(item.documentId)));
  }
  weighed.sort((one, other) => other.score - one.score || (one.item.id < other.item.id ? -1 : 1));
  const [first, second] = weighed;
  const sure =
    first?.item.confirmed === true && first.score >= SURE && first.score - (second?.score ?? 0) >= CLOSE;
  return weighed.slice(0, query.limit).map((one, at) => candidateOf(one, sure && at === 0));
}

async function identified(strapi: Core.Strapi, tables: Tables, query: MatchQuery): Promise<string[]> {
  const found: string[] = [];
  for (const [table, { uid, properties }] of tables) {
    for (const { id, values } of query.properties) {
      const property = properties.find((one) => one.id === id && one.identifies);
      const value = values[0];
      if (property === undefined || value === undefined) continue;
      const documents = await findByIdentifier(strapi, uid, property, sameWriting(property, value));
      found.push(...documents.map((documentId) => `${table}-${documentId}`));
    }
  }
  return found;
}

function weigh(
  item: Authority,
  nameScore: number,
  asked: readonly Property[],
  query: MatchQuery,
  values: PropertyValues | undefined,
): Weighed {
  let agree = 0;
  let differ = 0;
  let verdict: boolean | null = null;
  for (const property of asked) {
    const own = (values?.get(property.id) ?? []).map((value) => fold(String(value)));
    const given = query.properties.find(({ id }) => id === property.id)?.values ?? [];
    if (own.length === 0 || given.length === 0) continue;
    const agrees = given.some((value) => own.includes(fold(sameWriting(property, value))));
    if (property.identifies) verdict = agrees || verdict === true;
    else if (agrees) agree += 1;
    else differ += 1;
  }
  const told = agree + differ;
  const weight = told === 0 ? 0 : PROPERTIES_WEIGH;
  const score = nameScore * (1 - weight) + weight * (told === 0 ? 0 : agree / told);
  // Another identifier is another thing, however alike the names.
  const judged = verdict === null ? score : verdict ? 1 : score / 2;
  return { item, nameScore, score: Math.round(judged * 100), identified: verdict === true };
}

function sameWriting({ path }: Property, value: string): string {
  const name = path.at(-1) ?? '';
  if (!isIdentifierName(name)) return value;
  const read = readIdentifier(name, value);
  return 'identifier' in read ? read.identifier : value;
}

function candidateOf(
  { item, score, nameScore, identified: byIdentifier }: Weighed,
  match: boolean,
): Candidate {
  return {
    id: item.id,
    name: item.name,
    type: [typeNamed(item.type)],
    score,
    match,
    features: [
      { id: 'name', value: Math.round(nameScore * 100) },
      { id: 'identifier', value: byIdentifier },
      { id: 'confirmed', value: item.confirmed },
    ],
  };
}
