import type { Knex } from 'knex';

import type { ArticleName } from '../../../../core/entities/article-names';
import {
  isSeenEnough,
  isStrong,
  mayBeSuggested,
  type EarlierSightings,
} from '../../../../core/entities/suggestion';
import { MENTIONS } from '../../mentions/mention-tables';
import { typeOf } from '../plan/write-plan';
import type { AuthorityEntry } from './authority';
import { createRecords, type NewRecord } from './create-records';
import type { ImportContext } from './import-context';
import { nameParts, type NameForm } from './name-values';

/** The names of one article of a batch. */
export interface NamesOfArticle {
  readonly names: readonly ArticleName[];
  readonly language: string | null;
  /** Names that the database holds for the article already. */
  readonly counted: ReadonlySet<number>;
}

/** A name that has been seen enough, in the article where it was. */
interface Chosen {
  readonly name: ArticleName;
  readonly language: string | null;
  /** An acronym that the article explains by it. */
  readonly acronym: string | null;
}

export interface Suggested {
  readonly hash: number;
  readonly entry: AuthorityEntry;
}

const NAMES_A_QUERY = 1000;

/**
 * Creates a suggested record for every name of the batch that no record has and that has been seen enough: once,
 * with strong evidence, or in several articles, those of earlier batches and jobs included. All others stay mentions.
 */
export async function suggestEntities(
  trx: Knex.Transaction,
  context: ImportContext,
  articles: readonly NamesOfArticle[],
): Promise<Suggested[]> {
  const target = context.plan.content.entity;
  if (!target) return [];
  const open = openNames(context, articles);
  if (open.size === 0) return [];
  const chosen = choose(articles, open, await earlierSightings(trx, open));
  if (chosen.size === 0) return [];
  const type = typeOf(context.plan, target.uid);
  const records = [...chosen.values()].map((one) => newEntity(context, one));
  const rows = await createRecords(trx, context, type, target.attributes.slug ?? null, records);
  const found = [...chosen];
  return rows.flatMap((row, index) => {
    const [hash, one] = found[index] ?? [];
    if (hash === undefined || one === undefined) return [];
    const entry = { ...row, name: one.name.text, kind: one.name.kind, rejected: false };
    context.authorities.entities.add(formsOf(one), entry);
    return [{ hash, entry }];
  });
}

/** Names of the batch that no record has, where one sighting at least could make one. */
function openNames({ authorities }: ImportContext, articles: readonly NamesOfArticle[]): Set<number> {
  const open = new Set<number>();
  for (const { names } of articles) {
    for (const name of names) {
      if (!open.has(name.hash) && mayBeSuggested(name) && name.ids.length === 0) {
        if (!authorities.entities.has(name.hash)) open.add(name.hash);
      }
    }
  }
  return open;
}

/**
 * Article by article, so that what becomes a record, when, and under which form does not depend on where a batch
 * ends.
 */
function choose(
  articles: readonly NamesOfArticle[],
  open: ReadonlySet<number>,
  earlier: Map<number, EarlierSightings>,
): Map<number, Chosen> {
  const chosen = new Map<number, Chosen>();
  for (const { names, language, counted } of articles) {
    for (const name of names) {
      if (!open.has(name.hash) || chosen.has(name.hash)) continue;
      const before = earlier.get(name.hash) ?? NEVER;
      const again = counted.has(name.hash);
      const seen = again
        ? before
        : { articles: before.articles + 1, certainty: before.certainty + name.confidence };
      earlier.set(name.hash, seen);
      if (!isStrong(name) && !isSeenEnough(name, seen)) continue;
      const acronym = names.find((other) => other.standsFor === name.text && other.kind !== 'person');
      chosen.set(name.hash, { name, language, acronym: acronym?.text ?? null });
    }
  }
  return chosen;
}

const NEVER: EarlierSightings = { articles: 0, certainty: 0 };

/** What earlier batches and jobs know of the names. */
async function earlierSightings(
  trx: Knex.Transaction,
  open: ReadonlySet<number>,
): Promise<Map<number, EarlierSightings>> {
  const earlier = new Map<number, EarlierSightings>();
  const wanted = [...open];
  for (let from = 0; from < wanted.length; from += NAMES_A_QUERY) {
    const rows: { name: number | string; articles: number | string; certainty: number }[] = await trx(
      MENTIONS,
    )
      .whereIn('name', wanted.slice(from, from + NAMES_A_QUERY))
      .groupBy('name')
      .select('name', trx.raw('count(*) as articles'), trx.raw('sum(confidence) as certainty'));
    for (const { name, articles, certainty } of rows) {
      earlier.set(Number(name), { articles: Number(articles), certainty });
    }
  }
  return earlier;
}

function formsOf({ name, acronym }: Chosen): string[] {
  return acronym === null ? [name.text] : [name.text, acronym];
}

function newEntity({ plan }: ImportContext, one: Chosen): NewRecord {
  const attributes = plan.content.entity?.attributes ?? {};
  const type = typeOf(plan, plan.content.entity?.uid ?? '');
  const forms = formsOf(one).map(
    (text, index): NameForm => ({ text, language: one.language, preferred: index === 0 }),
  );
  const names = nameParts(type, attributes.names, forms);
  return {
    name: one.name.text,
    values: {
      ...names.values,
      ...(attributes.name ? { [attributes.name]: one.name.text } : {}),
      ...(attributes.kind ? { [attributes.kind]: one.name.kind } : {}),
      ...(attributes.reviewState ? { [attributes.reviewState]: 'suggested' } : {}),
    },
    components: names.components,
  };
}
