import { errors } from '@strapi/utils';

import { dayNumber } from '../../../core/search/date-number';
import { boundsOf } from '../../../core/dates/bounds';
import { readCursor, searchName } from '../../../core/search/cursor';
import { isRefused, parseQuery } from '../../../core/search/parse-query';
import { QUERY_LIMITS, type ParsedQuery } from '../../../core/search/query-node';
import { FACETS, type Facet, type TimelineUnit } from '../../../shared/search-api';
import type { HitOrder, PageStart, Selection } from './search-backend';

/** What readers may ask for, checked and bounded. */
export interface SearchRequest {
  readonly query: ParsedQuery | null;
  /** The query as it was typed. */
  readonly typed: string | null;
  readonly days: Selection['days'];
  readonly filters: Readonly<
    Record<'source' | 'era' | 'entity' | 'section' | 'locale', readonly string[] | null>
  >;
  readonly hasMedia: boolean;
  readonly undated: boolean;
  readonly order: HitOrder;
  readonly pageSize: number;
  readonly after: PageStart | null;
  readonly facets: readonly Facet[];
  readonly name: string;
}

const PARAMETERS = [
  ...['q', 'from', 'to', 'source', 'era', 'entity', 'section', 'locale', 'language', 'hasMedia', 'undated'],
  ...['sort', 'pageSize', 'cursor', 'facets', 'by'],
];
const ORDERS: Readonly<Record<string, HitOrder>> = {
  relevance: 'relevance',
  date: 'newest',
  'date:desc': 'newest',
  'date:asc': 'oldest',
};
const MOST_ON_A_PAGE = 100;
const MOST_VALUES = 20;
const LONGEST_VALUE = 255;

/** Reads the parameters of a search; refuses with a sentence what cannot be meant. */
export function readSearchRequest(parameters: Readonly<Record<string, unknown>>): SearchRequest {
  const unknown = Object.keys(parameters).find((name) => !PARAMETERS.includes(name));
  if (unknown !== undefined)
    throw invalid(`There is no parameter "${shown(unknown)}". There are: ${PARAMETERS.join(', ')}.`);
  const typed = text(parameters, 'q');
  const query = queryOf(typed);
  const filters = {
    source: list(parameters, 'source'),
    era: list(parameters, 'era'),
    entity: list(parameters, 'entity'),
    section: list(parameters, 'section'),
    // A language is a locale here; both names are taken.
    locale: list(parameters, 'locale') ?? list(parameters, 'language'),
  };
  const base = {
    query,
    days: daysOf(text(parameters, 'from'), text(parameters, 'to')),
    filters,
    hasMedia: flag(parameters, 'hasMedia'),
    undated: flag(parameters, 'undated'),
    order: orderOf(text(parameters, 'sort'), query),
  };
  const name = searchName(JSON.stringify(base));
  return { ...base, typed, name, ...pageOf(parameters, name), facets: facetsOf(text(parameters, 'facets')) };
}

/** `by` of a timeline. */
export function readTimelineUnit(parameters: Readonly<Record<string, unknown>>): TimelineUnit {
  const by = text(parameters, 'by') ?? 'year';
  if (by === 'year' || by === 'month' || by === 'day') return by;
  throw invalid(`"by" takes year, month or day, not "${shown(by)}".`);
}

function queryOf(typed: string | null): ParsedQuery | null {
  if (typed === null) return null;
  const parsed = parseQuery(typed);
  const fault = parsed.problems.find(() => isRefused(parsed));
  const last = parsed.problems.at(-1);
  if (!fault || !last) return parsed;
  const { length, terms, depth, prefix } = QUERY_LIMITS;
  throw invalid(
    `The query cannot be searched for (${last.code}, at ${last.start}). It may have ${length} characters, ` +
      `${terms} words, ${depth} parentheses within each other, and ${prefix} letters before a "*".`,
  );
}

function orderOf(sort: string | null, query: ParsedQuery | null): HitOrder {
  if (sort === null) return query === null ? 'newest' : 'relevance';
  const order = ORDERS[sort];
  if (!order || !Object.hasOwn(ORDERS, sort))
    throw invalid(`"sort" takes ${Object.keys(ORDERS).join(', ')}, not "${shown(sort)}".`);
  return order === 'relevance' && query === null ? 'newest' : order;
}

function pageOf(
  parameters: Readonly<Record<string, unknown>>,
  name: string,
): Pick<SearchRequest, 'pageSize' | 'after'> {
  const size = text(parameters, 'pageSize') ?? '25';
  const pageSize = /^\d{1,4}$/.test(size) ? Number(size) : 0;
  if (pageSize < 1 || pageSize > MOST_ON_A_PAGE)
    throw invalid(`"pageSize" takes a whole number from 1 to ${MOST_ON_A_PAGE}, not "${shown(size)}".`);
  const cursor = text(parameters, 'cursor');
  if (cursor === null) return { pageSize, after: null };
  const after = readCursor(cursor, name);
  if (!after)
    throw invalid(
      '"cursor" must be what meta.next of the same search said; change nothing else but pageSize.',
    );
  return { pageSize, after };
}

function facetsOf(names: string | null): Facet[] {
  if (names === null) return [];
  return names.split(',', FACETS.length + 1).map((name) => {
    const facet = FACETS.find((one) => one === name.trim());
    if (!facet) throw invalid(`There is no facet "${shown(name)}". There are: ${FACETS.join(', ')}.`);
    return facet;
  });
}

/** `from` and `to` are dates in EDTF: `2005` begins on its first day and ends on its last. */
function daysOf(from: string | null, to: string | null): Selection['days'] {
  if (from === null && to === null) return null;
  const first = from === null ? 1 : dayNumber(bound('from', from).earliest);
  const last = to === null ? dayNumber('9999-12-31') : dayNumber(bound('to', to).latest);
  if (first === null || last === null) throw invalid('"from" and "to" lie between the years 1 and 9999.');
  if (first > last) throw invalid('"from" is later than "to".');
  return { first, last };
}

function bound(name: string, date: string): { earliest: string; latest: string } {
  const { earliest, latest } = (date.length <= 40 ? boundsOf(date) : null) ?? {};
  if (earliest && latest) return { earliest, latest };
  throw invalid(
    `"${name}" takes a day (2016-07-14), a month (2016-07) or a year (2016), not "${shown(date)}".`,
  );
}

function list(parameters: Readonly<Record<string, unknown>>, name: string): string[] | null {
  const value = text(parameters, name);
  if (value === null) return null;
  const values = value.split(',', MOST_VALUES + 1).map((one) => one.trim());
  if (values.length > MOST_VALUES) throw invalid(`"${name}" takes up to ${MOST_VALUES} values.`);
  if (values.some((one) => one.length > LONGEST_VALUE))
    throw invalid(`A value of "${name}" has more than ${LONGEST_VALUE} characters.`);
  return values.filter((one) => one !== '');
}

function flag(parameters: Readonly<Record<string, unknown>>, name: string): boolean {
  const value = text(parameters, name) ?? 'false';
  if (value === 'true' || value === 'false') return value === 'true';
  throw invalid(`"${name}" takes true or false, not "${shown(value)}".`);
}

function text(parameters: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = parameters[name];
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return value;
  throw invalid(`"${name}" takes one value.`);
}

function invalid(message: string): Error {
  return new errors.ValidationError(message);
}

function shown(value: string): string {
  return value.slice(0, 50).replace(/\p{Cc}/gu, ' ');
}
