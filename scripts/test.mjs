/** `npm test`: installs and builds what is missing, then runs jest with the arguments given. */
import { prepare } from './prepare.mjs';
import { PROJECT } from './project-paths.mjs';
import { reportFailure } from './run-step.mjs';
import { runInPlace } from './run-in-place.mjs';

try {
  await prepare();
  const jest = `${PROJECT}/node_modules/jest/bin/jest.js`;
  process.exitCode = await runInPlace(process.execPath, [jest, ...process.argv.slice(2)], { cwd: PROJECT });
} catch (error) {
  reportFailure(error);
}
