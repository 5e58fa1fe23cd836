/** Child processes of a benchmark: measured ones and helpers that boot Strapi. */
import { spawn } from 'node:child_process';

import { PROJECT } from '../scripts/project-paths.mjs';
import { environmentFor } from './environment.mjs';

/**
 * Starts a Node program on a database.
 * @returns the child, and `ended`: exit code, signal, stdout, the last of stderr and seconds from start to end
 */
export function startProcess(script, args, { database, left, ipc = false }) {
  const started = performance.now();
  const child = spawn(process.execPath, [script, ...args], {
    cwd: PROJECT,
    env: environmentFor(database),
    stdio: ['ignore', 'pipe', 'pipe', ...(ipc ? ['ipc'] : [])],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk) => (stderr = (stderr + chunk).slice(-4000)));
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve({ code, signal, stdout, stderr, seconds: (performance.now() - started) / 1000 });
    });
  });
  left.add(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await ended;
  });
  return { child, ended };
}

/** Runs a helper under `bench/site/` to its end; its last line of stdout is its result, as JSON. */
export async function runHelper(script, args, options) {
  const { code, signal, stdout, stderr } = await startProcess(script, args, options).ended;
  if (code !== 0)
    throw new Error(`${script} ended with ${code ?? signal}.\n${stdout.slice(-2000)}\n${stderr}`);
  return JSON.parse(stdout.trimEnd().split('\n').at(-1));
}
