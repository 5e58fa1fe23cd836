import type { Knex } from 'knex';

import type { TypePlan } from '../plan/write-plan';
import type { Value } from '../write/cell-of';
import { newDocumentId } from '../write/document-id';
import { insertDocuments, type DocumentRows, type NewDocument } from '../write/insert-documents';
import { freeSlugs } from './free-slugs';

/** A source, entity, era or media item to create. */
export interface NewRecord {
  /** What the slug is made of. */
  readonly name: string;
  readonly values: Readonly<Record<string, Value>>;
  readonly links?: NewDocument['links'];
  readonly components?: NewDocument['components'];
}

/** Creates records of a type that has no languages of its own, published, with free slugs where it has slugs. */
export async function createRecords(
  trx: Knex.Transaction,
  type: TypePlan,
  slugAttribute: string | null,
  records: readonly NewRecord[],
  now: Date,
): Promise<DocumentRows[]> {
  if (records.length === 0) return [];
  const ids = records.map(() => newDocumentId());
  const wishes = records.map((record, index) => ({
    title: record.name,
    documentId: ids[index] ?? '',
    locale: null,
  }));
  const slug = slugAttribute === null ? undefined : type.columns[slugAttribute];
  const fallback = type.uid.slice(type.uid.lastIndexOf('.') + 1);
  const slugs = slug ? await freeSlugs(trx, type, slug, fallback, wishes) : [];
  const documents = records.map(
    (record, index): NewDocument => ({
      documentId: ids[index] ?? '',
      locale: null,
      published: true,
      values:
        slugAttribute && slug ? { ...record.values, [slugAttribute]: slugs[index] ?? null } : record.values,
      links: record.links ?? {},
      components: record.components ?? {},
    }),
  );
  return insertDocuments(trx, type, documents, now);
}
