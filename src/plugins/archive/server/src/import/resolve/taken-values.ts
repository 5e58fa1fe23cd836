import type { Knex } from 'knex';

import { issue, type Issue } from '../../../../core/issue';
import { typeOf, type ColumnPlan, type TypePlan } from '../plan/write-plan';
import type { Decision } from './decide';
import type { ImportContext } from './import-context';
import type { PreparedArticle } from './prepare-record';

type Writing = Extract<Decision, { is: 'create' | 'update' }>;

/**
 * Articles of which a value that must be unique belongs to another published article of the same language, in the
 * database or earlier in the batch. Drafts may share values, as everywhere in Strapi. One query an attribute.
 */
export async function takenValues(
  trx: Knex.Transaction,
  { plan, publish }: Pick<ImportContext, 'plan' | 'publish'>,
  decisions: readonly Decision[],
): Promise<Map<PreparedArticle, Issue>> {
  const taken = new Map<PreparedArticle, Issue>();
  const target = plan.content.article;
  if (!target || !publish) return taken;
  const type = typeOf(plan, target.uid);
  const writing = decisions
    .filter((one): one is Writing => one.is === 'create' || one.is === 'update')
    .filter(({ article }) => article.publish);
  for (const [name, column] of Object.entries(type.columns)) {
    // The slug is given so that it is free.
    if (!column.unique || name === target.attributes.slug || writing.length === 0) continue;
    const owners = await ownersOf(trx, type, name, column, writing);
    for (const { article, documentId, value } of valuesOf(writing, name)) {
      const key = `${type.localized ? article.locale : ''}/${value}`;
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, documentId);
      else if (owner !== documentId) taken.set(article, takenBy(article, name, value));
    }
  }
  return taken;
}

function takenBy(article: PreparedArticle, name: string, value: string): Issue {
  const at = article.parsed.draft.evidence[name] ?? { start: 0, end: 0 };
  return issue('value-taken', at, `${name}: ${value}`);
}

function valuesOf(writing: readonly Writing[], name: string) {
  return writing.flatMap((decision) => {
    const value = decision.article.values[name];
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    if (value === '') return [];
    const documentId = decision.is === 'create' ? decision.documentId : decision.state.target;
    return [{ article: decision.article, documentId, value: String(value) }];
  });
}

/** By `locale/value`: the published article that has it. */
async function ownersOf(
  trx: Knex.Transaction,
  type: TypePlan,
  name: string,
  { column }: ColumnPlan,
  writing: readonly Writing[],
): Promise<Map<string, string>> {
  const values = [...new Set(valuesOf(writing, name).map(({ value }) => value))];
  const query = trx(type.table)
    .whereIn(column, values)
    .select({ value: column, documentId: 'document_id', locale: 'locale' });
  if (type.draftAndPublish) void query.whereNotNull('published_at');
  const rows: { value: unknown; documentId: string; locale: string | null }[] = await query;
  return new Map(
    rows.map((row) => [`${type.localized ? (row.locale ?? '') : ''}/${String(row.value)}`, row.documentId]),
  );
}
