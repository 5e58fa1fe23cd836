import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

import { PROJECT } from '../harness/project';
import type { CommandOptions } from '../harness/run-command';

const COMMAND_LINE = `${PROJECT}/src/plugins/archive/bin/strapi-archive.js`;

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that runs; its end is awaited with `ended`. */
export interface RunningCommand {
  readonly pid: number;
  readonly ended: Promise<Ended>;
  /** What it has said on stderr so far. */
  said(): string;
  /** Waits until stderr has the text. @throws Error where the command ends without it. */
  says(text: string): Promise<void>;
  signal(signal: NodeJS.Signals): void;
}

/** Starts `strapi-archive` as a process of its own that a test can send signals to. */
export function startCommand(args: readonly string[], options: CommandOptions = {}): RunningCommand {
  const { env = {}, cwd = PROJECT, uid } = options;
  const child = spawn(process.execPath, [COMMAND_LINE, ...args], {
    cwd,
    env: { ...process.env, ARCHIVE_PROJECT: PROJECT, STRAPI_TELEMETRY_DISABLED: 'true', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid }),
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  let over = false;
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      over = true;
      resolve({ code, signal, stdout, stderr });
    });
  });
  return {
    pid: child.pid ?? 0,
    ended,
    said: () => stderr,
    async says(text) {
      while (!stderr.includes(text)) {
        if (over) throw new Error(`The command ended without saying "${text}": ${stdout}${stderr}`);
        await wait(5);
      }
    },
    signal: (signal) => {
      child.kill(signal);
    },
  };
}
