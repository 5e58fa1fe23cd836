import type { Knex } from 'knex';

import type { EntityKind } from '../../../core/draft-article';
import { foldName } from '../../../core/entities/fold-name';
import { slugOf } from '../../../core/text/slug';
import type { WritePlan } from '../import/plan/write-plan';
import { freeSlugs } from '../import/resolve/free-slugs';
import { nameParts } from '../import/resolve/name-values';
import type { NamedRecord } from '../import/resolve/read-authority-names';
import { newDocumentId } from '../import/write/document-id';
import { insertDocuments } from '../import/write/insert-documents';
import { ChangeRefused } from './change-refused';
import { noteChange } from './entity-change';
import { known } from './merge-records';
import { entityTarget, readRecords } from './read-record';
import { removeNames } from './record-names';

export interface Split {
  readonly entity: string;
  /** Names that the new record takes along; the first is the one it shows. */
  readonly names: readonly string[];
  readonly kind: EntityKind | null;
}

/**
 * Parts a record in two: some of its names, with their mentions, become a confirmed record of their own. Mentions and
 * links follow in batches. Returns the new record's document ID. A merge is how it is undone.
 * @throws ChangeRefused where the record is gone, has other names, or would keep none.
 */
export async function splitRecord(
  trx: Knex.Transaction,
  plan: WritePlan,
  { entity, names, kind }: Split,
  now: Date,
): Promise<string> {
  const target = entityTarget(plan);
  if (target === null) throw new ChangeRefused('site-without-entities', 'The site keeps no entities.');
  const record = known(await readRecords(trx, plan, [entity]), entity);
  const wanted = new Set(names.map(foldName));
  const taken = record.names.filter((name) => wanted.has(foldName(name)));
  const [first] = taken;
  if (first === undefined || taken.length < wanted.size) {
    throw new ChangeRefused(
      'names-unknown',
      `${record.name} has only these names: ${record.names.join(', ')}.`,
    );
  }
  if (wanted.has(foldName(record.name))) {
    throw new ChangeRefused('names-all', `${record.name} keeps the name that it shows: rename it first.`);
  }
  const merged = await mergedWith(trx, plan, entity, wanted);
  if (merged !== undefined) {
    throw new ChangeRefused(
      'names-merged',
      `${merged.name} was merged into ${record.name}: undo that instead.`,
    );
  }
  const { type, attributes } = target;
  const documentId = newDocumentId();
  const slugAttribute = plan.content.entity?.attributes.slug ?? null;
  const slug = slugAttribute === null ? undefined : type.columns[slugAttribute];
  const wish = { slug: slugOf(first), documentId, locale: null };
  const slugs = slug ? await freeSlugs(trx, type, slug, 'entity', [wish]) : [];
  const forms = taken.map((text, index) => ({ text, language: null, preferred: index === 0 }));
  const parts = nameParts(type, attributes.names, forms);
  await insertDocuments(
    trx,
    type,
    [
      {
        documentId,
        locale: null,
        published: true,
        values: {
          ...parts.values,
          [attributes.name]: first,
          ...(slugAttribute && slug ? { [slugAttribute]: slugs[0] ?? null } : {}),
          ...(attributes.kind ? { [attributes.kind]: kind ?? record.kind } : {}),
          ...(attributes.reviewState ? { [attributes.reviewState]: 'confirmed' } : {}),
        },
        links: {},
        components: parts.components,
      },
    ],
    now,
  );
  await removeNames(trx, plan, record, taken);
  await noteChange(trx, { kind: 'split', entity, other: documentId, names: taken, state: 'open' });
  return documentId;
}

/** A record with one of the names that leads to this one. */
async function mergedWith(
  trx: Knex.Transaction,
  plan: WritePlan,
  entity: string,
  wanted: ReadonlySet<string>,
): Promise<NamedRecord | undefined> {
  const all = await readRecords(trx, plan, null);
  return [...all.values()].find(
    ({ mergedInto, names }) => mergedInto === entity && names.some((name) => wanted.has(foldName(name))),
  );
}
