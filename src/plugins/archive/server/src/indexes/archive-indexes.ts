import type { Core } from '@strapi/strapi';

import { isLocalized, optedInTypes } from '../attributes/opted-in';
import type { ArchiveConfig, ContentTarget } from '../config/archive-config';
import { ERA, LEDGER_RECORD } from '../plugin-id';
import { UNDATED } from '../review/undated-articles';
import { REVIEWED, WAITING } from '../review/waiting-records';

/** An index that Strapi's schemas cannot declare: partial, descending or unique by locale. */
export interface ArchiveIndex {
  readonly name: string;
  readonly table: string;
  /** SQL after `create [unique] index NAME on TABLE`; columns are quoted by the caller's builder below. */
  readonly columns: readonly (readonly [column: string, direction: 'asc' | 'desc'])[];
  readonly unique: boolean;
  readonly where: string | null;
}

const PUBLISHED = 'published_at is not null';
const DRAFT = 'published_at is null';

/** Every raw index the archive needs, from the content types as they are configured now. */
export function archiveIndexes(strapi: Core.Strapi, config: ArchiveConfig): ArchiveIndex[] {
  const slugs = [
    config.content.article,
    config.content.source,
    config.content.entity,
    { uid: ERA, attributes: { slug: 'slug' } },
  ].flatMap((target) => slugIndexes(strapi, target));
  return [
    ...slugs,
    ...titleIndexes(strapi, config.content.article, 'title'),
    ...titleIndexes(strapi, config.content.entity, 'name'),
    ...optedInTypes(strapi).flatMap((type) => metadataIndexes(strapi, type.uid)),
    ...ledgerIndexes(strapi),
  ];
}

/** The admin lists entries, and offers them as relations, by their titles; drafts where there are two of each. */
function titleIndexes(strapi: Core.Strapi, target: ContentTarget | null, attribute: string): ArchiveIndex[] {
  const title = target?.attributes[attribute];
  if (!target || !title || !(target.uid in strapi.contentTypes)) return [];
  const contentType = strapi.contentType(target.uid as Parameters<Core.Strapi['contentType']>[0]);
  const { table, column } = columnOf(strapi, target.uid, title);
  if (column === null) return [];
  const columns = isLocalized(contentType) ? asc('locale', column, 'id') : asc(column, 'id');
  const where = contentType.options?.draftAndPublish === true ? DRAFT : null;
  return [{ name: `${table}_archive_title`, table, columns, unique: false, where }];
}

/** Indexes of earlier versions that others have taken the place of. */
export function supersededIndexes(indexes: readonly ArchiveIndex[]): string[] {
  const tables = new Set(indexes.map(({ table }) => table));
  return [...tables].flatMap((table) =>
    ['slug_draft_uq', 'slug_published_uq', 'archive_date_published'].map((name) => `${table}_${name}`),
  );
}

function slugIndexes(strapi: Core.Strapi, target: ContentTarget | null): ArchiveIndex[] {
  const slug = target?.attributes['slug'];
  if (!target || !slug || !(target.uid in strapi.contentTypes)) return [];
  const contentType = strapi.contentType(target.uid as Parameters<Core.Strapi['contentType']>[0]);
  const { table, column } = columnOf(strapi, target.uid, slug);
  if (column === null) return [];
  // The slug first: readers ask for it without naming a language.
  const columns = isLocalized(contentType) ? asc(column, 'locale') : asc(column);
  if (contentType.options?.draftAndPublish !== true) {
    return [{ name: `${table}_slug_uq`, table, columns, unique: true, where: null }];
  }
  return [
    { name: `${table}_draft_slug_uq`, table, columns, unique: true, where: DRAFT },
    { name: `${table}_published_slug_uq`, table, columns, unique: true, where: PUBLISHED },
  ];
}

/** Every request of a reader asks for this, too; with it in the index, skipped and counted rows need not be read. */
const NOT_WITHDRAWN = [['withdrawn_at', 'asc']] as const;

/** Newest first, by legacy ID, by old address, by text, and what one job wrote. */
function metadataIndexes(strapi: Core.Strapi, uid: string): ArchiveIndex[] {
  const table = columnOf(strapi, uid, 'legacyId').table;
  const index = (name: string, columns: ArchiveIndex['columns'], where: string | null): ArchiveIndex => ({
    name: `${table}_archive_${name}`,
    table,
    columns,
    unique: false,
    where,
  });
  return [
    index(
      'newest_published',
      [['locale', 'asc'], ['date_earliest', 'desc'], ['id', 'desc'], ...NOT_WITHDRAWN],
      PUBLISHED,
    ),
    index(
      'date_draft',
      [
        ['locale', 'asc'],
        ['date_earliest', 'desc'],
        ['id', 'desc'],
      ],
      DRAFT,
    ),
    index('date_any_locale', [['date_earliest', 'desc'], ['id', 'desc'], ...NOT_WITHDRAWN], PUBLISHED),
    index('undated', asc('id'), `${UNDATED} and ${DRAFT}`),
    // Harvesters and sitemaps go through what is published in the order in which it changed.
    index('changed', [['updated_at', 'asc'], ['id', 'asc'], ...NOT_WITHDRAWN], PUBLISHED),
    index('date_latest', [['date_latest', 'asc']], PUBLISHED),
    index('legacy_id', asc('legacy_id'), 'legacy_id is not null'),
    index('legacy_url', asc('legacy_url'), 'legacy_url is not null'),
    // All that statistics read, in the order in which they go through the rows.
    index('statistics', statisticsColumns(strapi, uid), null),
    index('import_job', asc('import_job'), 'import_job is not null'),
  ];
}

function statisticsColumns(strapi: Core.Strapi, uid: string): ArchiveIndex['columns'] {
  const type = strapi.contentType(uid as Parameters<Core.Strapi['contentType']>[0]);
  const marks = ['published_at', 'withdrawn_at', 'import_job', 'date_basis', 'date_earliest', 'date_latest'];
  return asc('id', ...(isLocalized(type) ? ['locale'] : []), ...marks);
}

/** What waits for a person is a small part of the ledger: its number, its newest, and those of a file. */
function ledgerIndexes(strapi: Core.Strapi): ArchiveIndex[] {
  const { table } = columnOf(strapi, LEDGER_RECORD, 'job');
  const index = (name: string, columns: ArchiveIndex['columns'], where: string): ArchiveIndex => ({
    name: `${table}_${name}`,
    table,
    columns,
    unique: false,
    where,
  });
  return [
    index('waiting', asc('id', 'job'), WAITING),
    index('waiting_path', asc('dump_path', 'record_index'), WAITING),
    index('reviewed_path', asc('dump_path'), REVIEWED),
    index('settled', asc('settled_by'), 'settled_by is not null'),
  ];
}

function asc(...columns: string[]): ArchiveIndex['columns'] {
  return columns.map((column) => [column, 'asc'] as const);
}

function columnOf(
  strapi: Core.Strapi,
  uid: string,
  attribute: string,
): { table: string; column: string | null } {
  const meta = strapi.db.metadata.get(uid);
  const found = meta.attributes[attribute] as { columnName?: string } | undefined;
  return { table: meta.tableName, column: found?.columnName ?? null };
}
