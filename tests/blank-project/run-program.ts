import { spawn } from 'node:child_process';

export interface ProgramResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What jest and this project's npm put into the environment must not reach a project of its own. */
const NOT_PASSED_ON = /^(npm_|ARCHIVE_|DATABASE_|INIT_CWD$|ENV_PATH$|NODE_ENV$|JEST_)/i;

/** Runs a program in a folder, as somebody would who knows nothing of this repository. */
export function runProgram(command: string, args: readonly string[], cwd: string): Promise<ProgramResult> {
  const inherited = Object.entries(process.env).filter(([name]) => !NOT_PASSED_ON.test(name));
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...Object.fromEntries(inherited), STRAPI_TELEMETRY_DISABLED: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code, stdout, stderr });
    });
  });
}

/** The same, for steps that must succeed: throws what the program said where it does not. */
export async function mustRun(command: string, args: readonly string[], cwd: string): Promise<string> {
  const { code, stdout, stderr } = await runProgram(command, args, cwd);
  if (code !== 0) {
    throw new Error(
      `${command} ${args.join(' ')} ended with ${String(code)}: ${(stderr || stdout).slice(-2000)}`,
    );
  }
  return stdout;
}
