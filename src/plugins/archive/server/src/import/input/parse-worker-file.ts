import { join } from 'node:path';

/** The built worker; the built command line and server lie in folders beside its own. */
export const PARSE_WORKER_FILE = join(__dirname, '..', 'parse-worker', 'index.js');
