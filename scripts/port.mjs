/** Which port the site listens on, and whether it is free. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

import { PROJECT } from './project-paths.mjs';

/** The environment first, then `.env`, as Strapi reads them. */
export function chosenPort() {
  const file = join(PROJECT, '.env');
  const written = existsSync(file) ? /^PORT=["']?(\d+)/m.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
  return Number(process.env.PORT ?? written ?? 1337);
}

export function isFree(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    });
    probe.listen(port, '0.0.0.0', () => probe.close(() => resolve(true)));
  });
}
