import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

import type { CitableArticle, CitableDate } from '../../../core/standards/citable-article';
import { readConfig } from '../config/read-config';
import { describeType } from '../import/plan/describe-types';
import type { TypePlan } from '../import/plan/write-plan';
import { timeOf } from '../import/write/cell-of';
import { PLUGIN_ID } from '../plugin-id';

type Row = Readonly<Record<string, unknown>>;

const OWN = ['dateEdtf', 'dateEarliest', 'dateLatest', 'dateBasis', 'legacyUrl', 'rights'] as const;
const PRINT = ['printIssue', 'printPage'] as const;

/** The address of an article that stays the same, whatever becomes of its title. */
export function articleUri(strapi: Core.Strapi, documentId: string, locale: string | null): string {
  const base: string = strapi.config.get('server.absoluteUrl') ?? '';
  const prefix: string = strapi.config.get('api.rest.prefix') ?? '/api';
  return `${base}${prefix}/${PLUGIN_ID}/articles/${documentId}${locale === null ? '' : `/${locale}`}`;
}

/** A published article that was not withdrawn; null where there is none. Without a locale: the first that has one. */
export async function citableArticle(
  strapi: Core.Strapi,
  documentId: string,
  locale: string | null,
): Promise<CitableArticle | null> {
  const config = readConfig(strapi.config.get(`plugin::${PLUGIN_ID}`));
  const target = config.content.article;
  if (!target || !(target.uid in strapi.contentTypes)) return null;
  const knex = strapi.db.connection;
  const type = describeType(strapi, target.uid);
  const row = await publishedRow(knex, type, documentId, locale);
  if (!row) return null;
  const value = reader(strapi, target.uid, type, row, target.attributes);
  const [source] = await linked(strapi, knex, type, target.attributes.source, row, ['name', 'issn']);
  const [era] = await linked(strapi, knex, type, 'era', row, ['name']);
  const names = await linked(strapi, knex, type, target.attributes.entities, row, ['name']);
  const ownLocale = type.localized && typeof row['locale'] === 'string' ? row['locale'] : null;
  return {
    uri: articleUri(strapi, documentId, ownLocale),
    documentId,
    language: ownLocale,
    title: value('title') ?? '',
    standfirst: value('standfirst'),
    body: value('body'),
    byline: value('byline'),
    section: value('section'),
    date: dateOf(value),
    source: source?.['name'] ? { name: source['name'], issn: source['issn'] ?? null } : null,
    era: era?.['name'] ?? null,
    names: names.flatMap(({ name }) => name ?? []),
    printIssue: value('printIssue'),
    printPage: value('printPage'),
    rights: value('rights'),
    legacyUrl: value('legacyUrl'),
    changed: (timeOf(row['updated_at']) ?? new Date(0)).toISOString(),
  };
}

async function publishedRow(
  knex: Knex,
  type: TypePlan,
  documentId: string,
  locale: string | null,
): Promise<Row | undefined> {
  const withdrawn = type.columns['withdrawnAt']?.column;
  const dates = ['dateEarliest', 'dateLatest'].flatMap((name) => type.columns[name]?.column ?? []);
  return knex(type.table)
    .where({ document_id: documentId })
    .modify((query) => {
      if (type.draftAndPublish) void query.whereNotNull('published_at');
      if (withdrawn) void query.whereNull(withdrawn);
      if (type.localized && locale !== null) void query.where({ locale });
      if (type.localized) void query.orderBy('locale');
    })
    .select(
      '*',
      ...dates.map((column) => knex.raw('cast(?? as varchar(30)) as ??', [column, `day_${column}`])),
    )
    .first();
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

/** Scalars of what a row is linked to, in order. */
async function linked(
  strapi: Core.Strapi,
  knex: Knex,
  type: TypePlan,
  relation: string | null | undefined,
  row: Row,
  names: readonly string[],
): Promise<Record<string, string | null>[]> {
  const link = relation ? type.links[relation] : undefined;
  if (!link) return [];
  const target = describeType(strapi, link.target);
  const columns = names.flatMap((name) => {
    const column = target.columns[name]?.column;
    return column === undefined ? [] : [{ [name]: `target.${column}` }];
  });
  return knex({ link: link.table })
    .join({ target: target.table }, `link.${link.to}`, 'target.id')
    .where({ [`link.${link.from}`]: Number(row['id']) })
    .orderBy(`link.${link.order ?? 'id'}`)
    .select(...columns);
}

/** A date that only the era says, or that nobody knows, is none of the article's. */
function dateOf(value: Reader): CitableDate | null {
  const [edtf, earliest, latest] = [value('dateEdtf'), value('dateEarliest'), value('dateLatest')];
  const basis = value('dateBasis');
  if (!edtf || !earliest || !latest || basis === 'era' || basis === 'unknown') return null;
  return { edtf, earliest, latest, isApproximate: /[~?%]/.test(edtf) };
}
