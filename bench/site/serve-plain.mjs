/** Serves the site as plain Strapi would: without the archive's indexes and without its searches of Strapi's lists. */
import { bootSite } from './boot.mjs';

const strapi = await bootSite();
const knex = strapi.db.connection;
const isSqlite = strapi.db.dialect.client === 'sqlite';
const names = isSqlite
  ? await knex('sqlite_master').where({ type: 'index' }).pluck('name')
  : await knex('pg_indexes').where({ schemaname: 'public' }).pluck('indexname');
/** Those that the plugin made for the project's types; not those of its own tables, some of which are constraints. */
const added = /^(?:articles|sources|entities|media_items)_(?:archive_.*|\w*slug_uq)$/;
for (const name of names) if (added.test(name)) await knex.raw('drop index ??', [name]);
strapi.db.lifecycles.clear();
strapi.server.mount();
const server = strapi.server.httpServer;
server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}` }));
process.once('disconnect', () => process.exit(0));
