/** `npm run setup`: makes a fresh clone ready, or one where something changed ready again. */
import { prepare } from './prepare.mjs';
import { reportFailure } from './run-step.mjs';

await prepare()
  .then(() => process.stderr.write('Ready. Next: npm run demo, npm run develop or npm test.\n'))
  .catch(reportFailure);
