/** `npm run build`: builds the plugin, then the app, whether or not they changed. */
import { build } from './builds.mjs';
import { reportFailure } from './run-step.mjs';

await build({ force: true }).catch(reportFailure);
