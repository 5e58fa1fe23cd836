/** What is asked of the site, as addresses: of this one, and of plain Strapi for the same. */
import { ENTITIES } from './invented-rows.mjs';

const FIELDS = 'fields[0]=title&fields[1]=slug&fields[2]=dateEarliest&locale=en';
const FACETS = 'source,era,entity,section,locale,media,undated';

/** `{ what, target, ours(n), plain(n) }`: `n` goes from 0 and chooses what is asked for. */
export function requestsFor({ articles, common, entity, admin }) {
  const spread = (n) => (n * 7919 + 13) % articles;
  const list = (rest) => `/api/articles?${FIELDS}&${rest}`;
  const same = (address) => ({ ours: address, plain: address });
  const lastPage = Math.max(1, Math.min(5000, Math.floor(articles / 25) - 1));
  const year = (n) => 1980 + (n % 35);
  return [
    { what: 'by slug', target: 50, ...same((n) => list(`filters[slug]=article-${spread(n)}`)) },
    {
      what: 'by legacy URL',
      target: 50,
      ...same((n) => list(`filters[legacyUrl]=http://ledger.example/articles/${spread(n)}.html`)),
    },
    { what: 'newest 10', target: 50, ...same(() => list('sort=dateEarliest:desc&pagination[pageSize]=10')) },
    {
      what: "one year's page",
      target: 50,
      ours: (n) => `/api/archive/search?from=${year(n)}&to=${year(n)}&locale=en`,
      plain: (n) =>
        list(
          `filters[dateEarliest][$lte]=${year(n)}-12-31&filters[dateLatest][$gte]=${year(n)}-01-01&sort=dateEarliest:desc`,
        ),
    },
    {
      what: "one entity's page",
      target: 50,
      ours: (n) => `/api/archive/search?entity=${entity((n * 31) % ENTITIES)}`,
      plain: (n) =>
        list(`filters[entities][documentId]=${entity((n * 31) % ENTITIES)}&sort=dateEarliest:desc`),
    },
    {
      what: `page ${lastPage}`,
      target: 50,
      ...same(() => list(`sort=dateEarliest:desc&pagination[page]=${lastPage}`)),
    },
    {
      what: 'a rare word, all facets',
      target: 50,
      ours: (n) => `/api/archive/search?q=seldom${spread(n) % 10_000}&facets=${FACETS}`,
      plain: (n) => list(`_q=seldom${spread(n) % 10_000}`),
    },
    {
      what: 'a common word, all facets',
      target: 100,
      ours: (n) => `/api/archive/search?q=${common[n % common.length]}&facets=${FACETS}`,
      plain: (n) => list(`_q=${common[n % common.length]}`),
    },
    {
      what: 'admin: first page',
      target: 300,
      admin,
      ...same(() => `${ADMIN}?page=1&pageSize=10&locale=en&sort=title:ASC`),
    },
    {
      what: 'admin: a search',
      target: 300,
      admin,
      ...same((n) => `${ADMIN}?page=1&pageSize=10&locale=en&sort=title:ASC&_q=seldom${spread(n) % 10_000}`),
    },
    {
      what: 'admin: relation picker',
      target: 300,
      admin,
      ...same(
        (n) =>
          `/content-manager/relations/api::article.article/variantOf?locale=en&_q=seldom${spread(n) % 10_000}`,
      ),
    },
  ];
}

const ADMIN = '/content-manager/collection-types/api::article.article';
