/**
 * `npm run demo`: sets up, imports `samples/` into a database of its own and serves it.
 * `--once` makes the two requests itself and stops: 0 where both gave articles, else 1.
 */
import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

import { invitation, tryRequests } from './demo-requests.mjs';
import { chosenPort, isFree } from './port.mjs';
import { prepare } from './prepare.mjs';
import { COMMAND_LINE, PROJECT, tool } from './project-paths.mjs';
import { passSignals, runInPlace } from './run-in-place.mjs';
import { reportFailure } from './run-step.mjs';

const once = process.argv.includes('--once');
const port = chosenPort();
const base = `http://localhost:${port}`;
const START_SECONDS = 90;

/** Always SQLite and always a file of its own: a demo must not touch what the user has. */
const DEMO_ENV = {
  ARCHIVE_PROJECT: PROJECT,
  ARCHIVE_PUBLIC_READ: 'true',
  DATABASE_CLIENT: 'sqlite',
  DATABASE_FILENAME: '.tmp/demo.db',
  NODE_ENV: 'production',
  PORT: String(port),
  STRAPI_TELEMETRY_DISABLED: 'true',
};

const say = (text) => process.stdout.write(`${text}\n`);
const complain = (text) => {
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
};

async function importSamples() {
  say(
    '\nImporting samples/ (some of its files are broken on purpose: they show up as quarantined or rejected)',
  );
  const code = await runInPlace(process.execPath, [COMMAND_LINE, 'import', 'samples'], {
    cwd: PROJECT,
    env: DEMO_ENV,
  });
  return code === 0 || code === 1;
}

async function serve() {
  const site = spawn(process.execPath, [tool('strapi'), 'start'], {
    cwd: PROJECT,
    env: { ...process.env, ...DEMO_ENV },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let log = '';
  site.stdout.on('data', (chunk) => {
    log = (log + chunk).slice(-10_000);
  });
  const ended = new Promise((resolve) => site.once('close', resolve));
  const stop = () => site.kill('SIGTERM');
  passSignals(site);

  if (!(await listens(site))) {
    stop();
    await ended;
    return complain(`${log}\nThe site did not start; its last lines are above.`);
  }
  say(invitation(base));
  if (!once) {
    say('Ctrl-C stops it.');
    await ended;
    return say('Stopped.');
  }
  const faults = await tryRequests(base);
  stop();
  await ended;
  if (faults.length > 0) return complain(faults.join('\n'));
  say('REST, GraphQL and the admin answered.');
}

async function listens(site) {
  for (let second = 0; second < START_SECONDS && site.exitCode === null; second += 0.25) {
    const answer = await fetch(`${base}/_health`).catch(() => null);
    if (answer?.status === 204) return true;
    await wait(250);
  }
  return false;
}

async function demo() {
  if (!(await isFree(port))) {
    return complain(
      `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=1338 npm run demo`,
    );
  }
  await prepare();
  if (!(await importSamples())) return complain('The import could not run; the message above says why.');
  await serve();
}

await demo().catch(reportFailure);
