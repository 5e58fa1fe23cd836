import type { Knex } from 'knex';

import { fold } from '../../../../core/text/fold';
import type { ParsedRecord } from '../input/parsed-record';
import { ERA } from '../../plugin-id';
import { typeOf } from '../plan/write-plan';
import type { DocumentRows } from '../write/insert-documents';
import { createRecords, type NewRecord } from './create-records';
import type { ImportContext } from './import-context';
import { sourceOf } from './link-sources';

/** Creates the eras that no record has yet; sources must be there already, for the publisher. */
export async function ensureEras(
  trx: Knex.Transaction,
  context: ImportContext,
  records: readonly ParsedRecord[],
): Promise<void> {
  const missing = new Map<string, ParsedRecord>();
  for (const parsed of records) {
    const name = parsed.draft.era.name;
    if (name !== null && !context.authorities.eras.find(name) && !missing.has(fold(name))) {
      missing.set(fold(name), parsed);
    }
  }
  const created = [...missing.values()].map((parsed) => newEra(context, parsed));
  const rows = await createRecords(trx, context, typeOf(context.plan, ERA), 'slug', created);
  rows.forEach((row, index) => {
    const name = created[index]?.name ?? '';
    context.authorities.eras.add([name], { ...row, name, kind: null, rejected: false });
  });
}

/** The era that a record belongs to, null where it names none. */
export function eraOf(context: ImportContext, { draft }: ParsedRecord): DocumentRows | null {
  return draft.era.name === null ? null : context.authorities.eras.find(draft.era.name);
}

function newEra(context: ImportContext, parsed: ParsedRecord): NewRecord {
  const { draft, profile } = parsed;
  const name = draft.era.name ?? '';
  const known = profile?.era && fold(profile.era.name) === fold(name) ? profile.era : null;
  const publisher = sourceOf(context, parsed);
  return {
    name,
    values: {
      name,
      coverage: draft.era.coverage,
      edition: known?.edition ?? null,
      language: draft.article.language,
      siteUrl: known?.siteUrl ?? null,
      alternativeNames: known?.spellings ?? [],
    },
    links: publisher ? { publisher: [publisher] } : {},
  };
}
