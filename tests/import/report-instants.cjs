'use strict';

// Run in a process of its own, since a time zone is the process's: boots the site, saves one article through the
// Document Service and prints what Strapi reads of every article, as one line of JSON.
const { join } = require('node:path');
const { createStrapi } = require('@strapi/strapi');

async function main(appDir) {
  const strapi = createStrapi({ appDir, distDir: join(appDir, 'dist') });
  strapi.log.level = 'error';
  await strapi.load();
  const documents = strapi.documents('api::article.article');
  const data = { title: 'Saved by hand', dateEarliest: '2002-07-03' };
  await documents.create({ data, locale: 'en', status: 'published' });
  const fields = ['title', 'createdAt', 'updatedAt', 'publishedAt', 'dateEarliest'];
  const articles = await documents.findMany({ status: 'published', locale: '*', fields });
  process.stdout.write(`${JSON.stringify(articles)}\n`);
  // Strapi does some work after publishing that it does not await, and which closing the database would break off.
  process.exit(0);
}

void main(process.argv[2]);
