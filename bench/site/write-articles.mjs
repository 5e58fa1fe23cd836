/** `node write-articles.mjs FILE`: what read-articles wrote, one by one through the Document Service. */
import { readFileSync } from 'node:fs';

import { bootSite, finish } from './boot.mjs';
import { ARTICLE, TARGETS } from './content.mjs';

const { targets, articles } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const strapi = await bootSite();

/** What articles link to is there before the clock starts. */
const newIds = new Map();
for (const [name, uid] of Object.entries(TARGETS)) {
  for (const { documentId, values } of targets[name]) {
    const created = await strapi.documents(uid).create({ data: values });
    newIds.set(documentId, created.documentId);
  }
}
const linked = (ids) => (Array.isArray(ids) ? ids.map((id) => newIds.get(id)) : newIds.get(ids));

const started = performance.now();
for (const { locale, values, links } of articles) {
  const relations = Object.entries(links).filter(([, ids]) => ids !== null);
  const data = { ...values, ...Object.fromEntries(relations.map(([name, ids]) => [name, linked(ids)])) };
  // Creates the draft and publishes it, in one call: faster than two.
  await strapi.documents(ARTICLE).create({ data, locale, status: 'published' });
}
const seconds = (performance.now() - started) / 1000;

const published = await strapi.documents(ARTICLE).count({ status: 'published', locale: '*' });
finish({ records: articles.length, published, seconds });
