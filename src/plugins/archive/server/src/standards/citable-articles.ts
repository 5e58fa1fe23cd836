import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

import type { CitableArticle, CitableDate } from '../../../core/standards/citable-article';
import { readConfig } from '../config/read-config';
import { describeType } from '../import/plan/describe-types';
import type { TypePlan } from '../import/plan/write-plan';
import { timeOf } from '../import/write/cell-of';
import { PLUGIN_ID } from '../plugin-id';
import { articleUri } from './article-uri';

type Row = Readonly<Record<string, unknown>>;

const OWN = ['dateEdtf', 'dateEarliest', 'dateLatest', 'dateBasis', 'legacyUrl', 'rights'] as const;
const PRINT = ['printIssue', 'printPage'] as const;

/** Reads what the standards' formats are made from; null where the site has no article type. */
export interface CitableReader {
  readonly type: TypePlan;
  /** Published rows that were not withdrawn, to be narrowed, ordered and selected from. */
  published(): Knex.QueryBuilder;
  /** Whole articles of such rows, in their order, with a fixed number of queries. */
  articles(rows: readonly { readonly id: number }[]): Promise<CitableArticle[]>;
}

export function citableReader(strapi: Core.Strapi): CitableReader | null {
  const config = readConfig(strapi.config.get(`plugin::${PLUGIN_ID}`));
  const target = config.content.article;
  if (!target || !(target.uid in strapi.contentTypes)) return null;
  const { uid, attributes } = target;
  const knex = strapi.db.connection;
  const type = describeType(strapi, uid);
  const published = () => publishedRows(knex, type);
  return {
    type,
    published,
    async articles(wanted) {
      const ids = wanted.map(({ id }) => id);
      const dates = ['dateEarliest', 'dateLatest'].flatMap((name) => type.columns[name]?.column ?? []);
      const days = dates.map((column) =>
        knex.raw('cast(?? as varchar(30)) as ??', [column, `day_${column}`]),
      );
      const rows: Row[] = await published()
        .whereIn('id', ids)
        .select('*', ...days);
      const sources = await linked(strapi, type, attributes['source'], ids, ['name', 'issn']);
      const eras = await linked(strapi, type, 'era', ids, ['name']);
      const names = await linked(strapi, type, attributes['entities'], ids, ['name']);
      const byId = new Map(rows.map((row) => [Number(row['id']), row]));
      return ids.flatMap((id) => {
        const row = byId.get(id);
        if (!row) return [];
        const links = { source: sources.get(id)?.[0], era: eras.get(id)?.[0], names: names.get(id) ?? [] };
        return [articleOf(strapi, type, row, reader(strapi, uid, type, row, attributes), links)];
      });
    },
  };
}

/** A published article that was not withdrawn; null where there is none. Without a locale: the first that has one. */
export async function citableArticle(
  strapi: Core.Strapi,
  documentId: string,
  locale: string | null,
): Promise<CitableArticle | null> {
  const citable = citableReader(strapi);
  if (!citable) return null;
  const query = citable.published().where({ document_id: documentId });
  if (citable.type.localized && locale !== null) void query.where({ locale });
  if (citable.type.localized) void query.orderBy('locale');
  const row: { id: number } | undefined = await query.first('id');
  const [article] = row ? await citable.articles([row]) : [];
  return article ?? null;
}

function publishedRows(knex: Knex, type: TypePlan): Knex.QueryBuilder {
  const withdrawn = type.columns['withdrawnAt']?.column;
  const query = knex(type.table);
  if (type.draftAndPublish) void query.whereNotNull('published_at');
  if (withdrawn) void query.whereNull(withdrawn);
  return query;
}

type Named = Readonly<Record<string, string | null>>;

function articleOf(
  strapi: Core.Strapi,
  type: TypePlan,
  row: Row,
  value: Reader,
  links: { source: Named | undefined; era: Named | undefined; names: readonly Named[] },
): CitableArticle {
  const locale = type.localized && typeof row['locale'] === 'string' ? row['locale'] : null;
  const documentId = String(row['document_id']);
  const { source, era, names } = links;
  return {
    uri: articleUri(strapi, documentId, locale),
    documentId,
    slug: value('slug'),
    language: locale,
    title: value('title') ?? '',
    standfirst: value('standfirst'),
    body: value('body'),
    byline: value('byline'),
    section: value('section'),
    date: dateOf(value),
    source: source?.['name'] ? { name: source['name'], issn: source['issn'] ?? null } : null,
    era: era?.['name'] ?? null,
    names: names.flatMap((entity) => entity['name'] ?? []),
    printIssue: value('printIssue'),
    printPage: value('printPage'),
    rights: value('rights'),
    legacyUrl: value('legacyUrl'),
    changed: (timeOf(row['updated_at']) ?? new Date(0)).toISOString(),
  };
}

type Reader = (name: string) => string | null;

/** Reads values by the importer's names; what is private in the content type is not there. */
function reader(
  strapi: Core.Strapi,
  uid: string,
  type: TypePlan,
  row: Row,
  attributes: Readonly<Record<string, string | null | undefined>>,
): Reader {
  const declared = strapi.contentType(uid as Parameters<Core.Strapi['contentType']>[0]).attributes;
  const own: readonly string[] = [...OWN, ...PRINT];
  return (name) => {
    const attribute = own.includes(name) ? name : attributes[name];
    const column = attribute ? type.columns[attribute]?.column : undefined;
    if (!attribute || column === undefined) return null;
    if ((declared as Record<string, { private?: boolean }>)[attribute]?.private === true) return null;
    const cell = row[`day_${column}`] ?? row[column];
    return typeof cell === 'string' && cell !== '' ? cell : null;
  };
}

/** Scalars of what rows are linked to, in order, by the rows' numbers. */
async function linked(
  strapi: Core.Strapi,
  type: TypePlan,
  relation: string | null | undefined,
  ids: readonly number[],
  names: readonly string[],
): Promise<Map<number, Named[]>> {
  const found = new Map<number, Named[]>();
  const link = relation ? type.links[relation] : undefined;
  if (!link || ids.length === 0) return found;
  const target = describeType(strapi, link.target);
  const columns = names.flatMap((name) => {
    const column = target.columns[name]?.column;
    return column === undefined ? [] : [{ [name]: `target.${column}` }];
  });
  const rows: (Named & { from: number })[] = await strapi.db
    .connection({ link: link.table })
    .join({ target: target.table }, `link.${link.to}`, 'target.id')
    .whereIn(`link.${link.from}`, [...ids])
    .orderBy(`link.${link.order ?? 'id'}`)
    .select({ from: `link.${link.from}` }, ...columns);
  for (const { from, ...values } of rows) {
    const known = found.get(from);
    if (known) known.push(values);
    else found.set(from, [values]);
  }
  return found;
}

/** A date that only the era says, or that nobody knows, is none of the article's. */
function dateOf(value: Reader): CitableDate | null {
  const [edtf, earliest, latest] = [value('dateEdtf'), value('dateEarliest'), value('dateLatest')];
  const basis = value('dateBasis');
  if (!edtf || !earliest || !latest || basis === 'era' || basis === 'unknown') return null;
  return { edtf, earliest, latest, isApproximate: /[~?%]/.test(edtf) };
}
