/** `npm run build`: builds the plugin, then the app, as far as they changed; `npm run build -- --force` both at any rate. */
import { build } from './builds.mjs';
import { reportFailure } from './run-step.mjs';

await build({ force: process.argv.includes('--force') }).catch(reportFailure);
