import type { Knex } from 'knex';

import type { Facet, FacetValue } from '../../../shared/search-api';
import type { TargetTypes } from './filter-tags';
import { rowOfDocument, TAG } from './index-document';
import { backendFor } from './search-index';
import type { TagCount } from './search-backend';
import { LINK_TAGS, type SearchShape } from './search-shape';

const MOST_VALUES = 20;

/** How the tags of a facet begin. */
export const FACET_PREFIX: Readonly<Record<Facet, string>> = {
  source: `_${LINK_TAGS.source}`,
  era: `_${LINK_TAGS.era}`,
  entity: `_${LINK_TAGS.entity}`,
  section: '_c',
  locale: '_l',
  media: TAG.media,
  undated: TAG.undated,
};

/** The most frequent values of a facet with their names, from counted tags. */
export async function facetValues(
  knex: Knex,
  shape: SearchShape,
  types: TargetTypes,
  facet: Facet,
  counted: readonly TagCount[],
): Promise<FacetValue[]> {
  const top = [...counted]
    .sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1))
    .slice(0, MOST_VALUES);
  switch (facet) {
    case 'source':
    case 'era':
    case 'entity':
      return namedRecords(knex, types[facet], top);
    case 'section':
    case 'locale':
      return Promise.all(top.map((one) => asWritten(knex, shape, facet, one)));
    case 'media':
    case 'undated':
      return top.map(({ count }) => ({ value: 'true', label: facet, count }));
  }
}

async function namedRecords(
  knex: Knex,
  type: TargetTypes['source'],
  top: readonly TagCount[],
): Promise<FacetValue[]> {
  const name = type?.columns['name']?.column;
  if (!type || !name) return [];
  const ids = top.map(({ tag }) => Number(tag.slice(2)));
  const rows: { id: number; value: string; label: string | null }[] = await knex(type.table)
    .whereIn('id', ids)
    .select('id', { value: 'document_id', label: name });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return top.flatMap(({ tag, count }) => {
    const row = byId.get(Number(tag.slice(2)));
    return row ? [{ value: row.value, label: row.label ?? row.value, count }] : [];
  });
}

/** A section or a locale, from the newest article that has it: the tag itself is folded. */
async function asWritten(
  knex: Knex,
  shape: SearchShape,
  facet: 'section' | 'locale',
  { tag, count }: TagCount,
): Promise<FacetValue> {
  const selection = { state: 'published', words: null, tags: [[tag]], days: null } as const;
  const options = { order: 'newest', after: null, most: 1, isCommon: true } as const;
  const [newest] = await backendFor(knex).page(knex, shape, selection, options);
  const column = facet === 'section' ? shape.section : 'locale';
  const row: { value: string | null } | undefined =
    newest && column
      ? await knex(shape.table)
          .where({ id: rowOfDocument(newest.doc) })
          .first({ value: column })
      : undefined;
  const value = row?.value ?? tag.slice(2);
  return { value, label: value, count };
}
