/** Runs a program in this one's stead: same terminal, its signals, its exit code. */
import { spawn } from 'node:child_process';

const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string> }} options `env` is added to this process's own
 * @returns {Promise<number>} the exit code; where a signal ended the program, the same signal ends this process
 */
export function runInPlace(command, args, { cwd, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: 'inherit' });
    const forget = passSignals(child);
    child.once('error', (error) => {
      forget();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      forget();
      if (signal) process.kill(process.pid, signal);
      resolve(code ?? 1);
    });
  });
}

/** Passes what asks this process to stop on to `child`; the function returned ends that. */
export function passSignals(child) {
  const handlers = PASSED_ON.map((signal) => [
    signal,
    () => {
      // Ctrl-C in a terminal reaches the child by itself; twice would look like a second, impatient Ctrl-C.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    },
  ]);
  for (const [signal, handler] of handlers) process.on(signal, handler);
  return () => {
    for (const [signal, handler] of handlers) process.off(signal, handler);
  };
}
