/** Runs one tool of the set-up: one line on stderr with the time taken, the tool's own output only on failure. */
import { spawn } from 'node:child_process';

import { PROJECT } from './project-paths.mjs';

/** npm says what is wrong first, compilers say it last. */
const FIRST_LINES = 15;
const LAST_LINES = 30;
const WINDOWS = process.platform === 'win32';

/** A step that failed; `advice` says what the user can do. */
export class StepFailed extends Error {
  constructor(title, output, advice) {
    super(`${title} failed.`);
    this.output = output;
    this.advice = advice;
  }
}

/**
 * @param {{ title: string, command: string, args: string[], advice: string, env?: Record<string, string> }} step
 * @throws {StepFailed} where the tool cannot be started or ends with another code than 0
 */
export async function runStep({ title, command, args, advice, env = {} }) {
  const started = performance.now();
  process.stderr.write(`${title} ... `);
  const { code, output } = await capture(command, args, env);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stderr.write(code === 0 ? `done in ${seconds} s\n` : `failed after ${seconds} s\n`);
  if (code !== 0) throw new StepFailed(title, endsOf(output), advice);
}

/** Prints a failed step and sets the exit code; anything else is a bug and keeps its stack. */
export function reportFailure(error) {
  if (!(error instanceof StepFailed)) throw error;
  process.stderr.write(`\n${error.output.trimEnd()}\n\n${error.message} ${error.advice}\n`);
  process.exitCode = 1;
}

function endsOf(output) {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('npm warn'));
  if (lines.length <= FIRST_LINES + LAST_LINES) return lines.join('\n');
  return [...lines.slice(0, FIRST_LINES), '  [...]', ...lines.slice(-LAST_LINES)].join('\n');
}

function capture(command, args, env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: PROJECT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: WINDOWS,
    });
    let output = '';
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
