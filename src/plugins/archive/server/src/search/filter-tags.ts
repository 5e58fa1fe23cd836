import type { Knex } from 'knex';

import type { WritePlan } from '../import/plan/write-plan';
import { linkTag, localeTag, sectionTag, TAG } from './index-document';
import type { SearchRequest } from './search-request';
import type { LinkKind } from './search-shape';

/** A tag that no document has. */
const NOTHING = '_e0';

/** What is known of the types that articles are filtered by. */
export type TargetTypes = Readonly<Partial<Record<LinkKind, WritePlan['types'][string]>>>;

/** The tags that a request's filters ask for: one of each list. What does not exist fits no article. */
export async function filterTags(
  knex: Knex,
  types: TargetTypes,
  request: SearchRequest,
): Promise<string[][]> {
  const { filters } = request;
  const choices: string[][] = [];
  for (const kind of ['source', 'era', 'entity'] as const) {
    const values = filters[kind];
    if (values) choices.push(await linkTags(knex, types, kind, values));
  }
  if (filters.section) choices.push(filters.section.flatMap((section) => sectionTag(section) ?? []));
  if (filters.locale) choices.push(filters.locale.map(localeTag));
  if (request.hasMedia) choices.push([TAG.media]);
  if (request.undated) choices.push([TAG.undated]);
  return choices.map((choice) => (choice.length === 0 ? [NOTHING] : [...new Set(choice)]));
}

/** A document ID or a slug stands for all rows of the record: each is linked by its own number. */
async function linkTags(
  knex: Knex,
  types: TargetTypes,
  kind: LinkKind,
  values: readonly string[],
): Promise<string[]> {
  const type = types[kind];
  if (!type || values.length === 0) return [];
  const clean = values.map((value) => value.replaceAll('\0', ''));
  const slug = type.columns['slug']?.column;
  const rows: { id: number }[] = await knex(type.table)
    .whereIn('document_id', clean)
    .modify((query) => {
      if (slug) void query.orWhereIn(slug, clean);
    })
    .select('id');
  return rows.map(({ id }) => linkTag(kind, id));
}
