import type { Knex } from 'knex';

import { outletKey } from '../../../../core/fields/outlet-key';
import { fold } from '../../../../core/text/fold';
import type { ParsedRecord } from '../input/parsed-record';
import { typeOf } from '../plan/write-plan';
import type { DocumentRows } from '../write/insert-documents';
import { createRecords, type NewRecord } from './create-records';
import type { ImportContext } from './import-context';
import { nameParts } from './name-values';

/** Creates the sources that no record has yet; afterwards `sourceOf` finds each. */
export async function ensureSources(
  trx: Knex.Transaction,
  context: ImportContext,
  records: readonly ParsedRecord[],
): Promise<void> {
  const target = context.plan.content.source;
  if (!target) return;
  const type = typeOf(context.plan, target.uid);
  const missing = new Map<string, ParsedRecord>();
  for (const parsed of records) {
    const name = parsed.draft.source.name;
    if (name !== null && !context.authorities.sources.find(name)) {
      if (!missing.has(outletKey(name))) missing.set(outletKey(name), parsed);
    }
  }
  const wanted = [...missing.values()];
  const created = wanted.map((parsed) => newSource(context, parsed));
  const rows = await createRecords(trx, context, type, target.attributes.slug ?? null, created);
  rows.forEach((row, index) => {
    const name = created[index]?.name ?? '';
    const spellings = wanted[index]?.profile?.source?.spellings ?? [];
    context.authorities.sources.add([name, ...spellings], { ...row, name, kind: null, rejected: false });
  });
}

/** The source that a record names; null where it names none or the site keeps no sources. */
export function sourceOf(context: ImportContext, { draft }: ParsedRecord): DocumentRows | null {
  return draft.source.name === null ? null : context.authorities.sources.find(draft.source.name);
}

/** A source as the record, or the profile that knows it, describes it. */
export function newSource(
  { plan }: Pick<ImportContext, 'plan'>,
  { draft, profile }: ParsedRecord,
): NewRecord {
  const name = draft.source.name ?? '';
  const language = draft.article.language;
  const attributes = plan.content.source?.attributes ?? {};
  const type = typeOf(plan, plan.content.source?.uid ?? '');
  const known = profile?.source && fold(profile.source.name) === fold(name) ? profile.source : null;
  const forms = [
    { text: name, language, preferred: true },
    ...(known?.spellings ?? []).map((text) => ({ text, language, preferred: false })),
  ];
  const names = nameParts(type, attributes.names, forms);
  return {
    name,
    values: {
      ...names.values,
      ...(attributes.name ? { [attributes.name]: name } : {}),
      // A page that names its site says no more than that it is a site; a profile knows better.
      ...(attributes.kind ? { [attributes.kind]: known?.kind ?? 'website' } : {}),
      ...(attributes.homepage ? { [attributes.homepage]: known?.homepage ?? null } : {}),
    },
    components: names.components,
  };
}
