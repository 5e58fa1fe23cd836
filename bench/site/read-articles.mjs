/** `node read-articles.mjs FILE MOST`: writes published articles and all they link to as plain data. */
import { writeFileSync } from 'node:fs';

import { bootSite, finish } from './boot.mjs';
import { ARTICLE, TARGETS } from './content.mjs';

const PAGE = 100;
const SYSTEM = new Set([
  'id',
  'documentId',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'locale',
  'localizations',
]);

const [file, most] = process.argv.slice(2);
const strapi = await bootSite();

/** The values that a person could have typed: components without their numbers, no links. */
function values(entry) {
  const own = Object.entries(entry).filter(([name]) => !SYSTEM.has(name));
  return Object.fromEntries(own.map(([name, value]) => [name, withoutNumbers(value)]));
}

function withoutNumbers(value) {
  if (Array.isArray(value)) return value.map(withoutNumbers);
  if (value === null || typeof value !== 'object') return value;
  const { id: _id, ...rest } = value;
  return rest;
}

async function all(uid, query, limit = Infinity) {
  const found = [];
  for (let start = 0; found.length < limit; start += PAGE) {
    const size = Math.min(PAGE, limit - start);
    const page = await strapi.documents(uid).findMany({ ...query, sort: 'id', start, limit: size });
    found.push(...page);
    if (page.length < size) break;
  }
  return found;
}

const only = { fields: ['documentId'] };
const populate = { source: only, era: only, entities: only, mediaItems: only };
const rows = await all(ARTICLE, { status: 'published', populate }, Number(most));
const articles = rows.map(({ source, era, entities, mediaItems, locale, ...own }) => ({
  locale,
  values: values(own),
  links: {
    source: source?.documentId ?? null,
    era: era?.documentId ?? null,
    entities: entities.map(({ documentId }) => documentId),
    mediaItems: mediaItems.map(({ documentId }) => documentId),
  },
}));
/** Only what these articles link to. */
const targets = {};
for (const [name, uid] of Object.entries(TARGETS)) {
  const components = Object.entries(strapi.contentTypes[uid].attributes).filter(
    ([, { type }]) => type === 'component',
  );
  const entries = await all(uid, { populate: components.map(([attribute]) => attribute) });
  const needed = new Set(articles.flatMap(({ links }) => links[name] ?? []));
  targets[name] = entries
    .filter(({ documentId }) => needed.has(documentId))
    .map((entry) => ({ documentId: entry.documentId, values: values(entry) }));
}

writeFileSync(file, JSON.stringify({ targets, articles }));
const sum = (count) => articles.reduce((total, article) => total + count(article), 0) / articles.length;
finish({
  articles: articles.length,
  meanEntities: sum(({ links }) => links.entities.length),
  meanMedia: sum(({ links }) => links.mediaItems.length),
  meanBody: Math.round(sum(({ values: { body } }) => Buffer.byteLength(body ?? ''))),
  withSource: sum(({ links }) => Number(links.source !== null)),
  withEra: sum(({ links }) => Number(links.era !== null)),
});
