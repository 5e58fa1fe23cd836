import type { Knex } from 'knex';

import { slugOf } from '../../../../core/text/slug';
import type { TypePlan } from '../plan/write-plan';
import type { Value } from '../write/cell-of';
import { checkTargets } from '../write/check-targets';
import { newDocumentId } from '../write/document-id';
import { insertDocuments, type DocumentRows, type NewDocument } from '../write/insert-documents';
import { freeSlugs } from './free-slugs';
import { fieldHash } from './hash';
import type { ImportContext } from './import-context';
import { rememberEntries, type ImportedEntry } from './remember-entries';

/** A source, entity, era or media item to create. */
export interface NewRecord {
  /** What the slug is made of. */
  readonly name: string;
  readonly values: Readonly<Record<string, Value>>;
  readonly links?: NewDocument['links'];
  readonly components?: NewDocument['components'];
  /** What else the import is to remember of it. */
  readonly marks?: readonly string[];
}

/** Creates records of a type that has no languages of its own, published, with free slugs where it has slugs. */
export async function createRecords(
  trx: Knex.Transaction,
  context: ImportContext,
  type: TypePlan,
  slugAttribute: string | null,
  records: readonly NewRecord[],
): Promise<DocumentRows[]> {
  if (records.length === 0) return [];
  const ids = records.map(() => newDocumentId());
  const wishes = records.map((record, index) => ({
    slug: slugAttribute === null ? '' : slugOf(record.name),
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
  await checkTargets(
    trx,
    context.plan,
    type,
    documents.map(({ links }) => links),
  );
  const rows = await insertDocuments(trx, type, documents, context.now());
  await rememberEntries(
    trx,
    context,
    documents.map((document, index) => entryOf(type, document, records[index]?.marks ?? [])),
  );
  return rows;
}

/** What undoing the import must find untouched before it takes the record away again. */
function entryOf(
  type: TypePlan,
  { documentId, values }: NewDocument,
  marks: readonly string[],
): ImportedEntry {
  const hashes = Object.entries(values).map(([name, value]) => [name, fieldHash(value)]);
  const fields = Object.fromEntries([...hashes, ...marks.map((mark) => [mark, mark])]) as Record<
    string,
    string
  >;
  const rowCount = type.draftAndPublish ? 2 : 1;
  return { contentType: type.uid, target: documentId, locale: '', contentHash: null, fields, rowCount };
}
