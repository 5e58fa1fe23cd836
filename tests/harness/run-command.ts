import { spawn } from 'node:child_process';
import path from 'node:path';

import { PROJECT } from './project';

export const COMMAND_LINE = path.join(PROJECT, 'src', 'plugins', 'archive', 'bin', 'strapi-archive.js');

export interface CommandResult {
  /** Exit code; null where a signal ended the command. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Each line of stdout, parsed. Throws at the first read where one is not JSON. */
  readonly lines: unknown[];
}

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The repository's root by default. */
  readonly cwd?: string;
  /** Runs it as another user; only root can. */
  readonly uid?: number;
}

/** Runs `strapi-archive` as a process of its own and waits for its end. */
export function runCommand(args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  const { env = {}, cwd = PROJECT, uid } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [COMMAND_LINE, ...args], {
      cwd,
      env: { ...process.env, ARCHIVE_PROJECT: PROJECT, STRAPI_TELEMETRY_DISABLED: 'true', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(uid === undefined ? {} : { uid }),
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      resolve(resultOf(code, Buffer.concat(stdout).toString(), Buffer.concat(stderr).toString()));
    });
  });
}

function resultOf(code: number | null, stdout: string, stderr: string): CommandResult {
  return {
    code,
    stdout,
    stderr,
    get lines() {
      const lines = stdout.split('\n').filter((line) => line !== '');
      return lines.map((line): unknown => JSON.parse(line));
    },
  };
}
