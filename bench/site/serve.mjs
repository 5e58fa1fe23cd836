/** Serves the site on a free port and tells its parent where; ends with its parent. */
import { bootSite } from './boot.mjs';

const strapi = await bootSite();
strapi.server.mount();
const server = strapi.server.httpServer;
server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}` }));
process.once('disconnect', () => process.exit(0));
