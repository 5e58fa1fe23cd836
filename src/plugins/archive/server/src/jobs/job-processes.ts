import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

import type { Core } from '@strapi/strapi';

import { ACTOR_VARIABLE } from '../events/actor';

/** The built command line lies beside the built server code. */
const COMMAND_LINE = join(__dirname, '..', '..', 'bin', 'strapi-archive.js');

/** What a process is to do with a job, and for whom. */
export interface JobOrder {
  readonly command: 'run' | 'rollback';
  readonly job: number;
  readonly actor: string;
  readonly reason?: string | null;
}

/** Processes of this server that run jobs, one each. */
export interface JobProcesses {
  /** Starts a process for a job; what it comes to is in the database. */
  start(order: JobOrder): void;
  /** Asks all processes to pause and waits until they have. */
  stopAll(): Promise<void>;
}

/** Runs jobs in processes of their own, so that the site stays responsive. `onEnd` is called for each that ends. */
export function jobProcesses(strapi: Core.Strapi, onEnd: (job: number) => Promise<void>): JobProcesses {
  const running = new Map<ChildProcess, Promise<void>>();
  return {
    start({ command, job, actor, reason }) {
      const options = reason ? [`--reason=${reason}`] : [];
      const child = spawn(process.execPath, [COMMAND_LINE, command, String(job), ...options], {
        cwd: strapi.dirs.app.root,
        env: { ...process.env, ARCHIVE_PROJECT: strapi.dirs.app.root, [ACTOR_VARIABLE]: actor },
        stdio: 'ignore',
      });
      const ended = new Promise<void>((resolve) => {
        child.once('error', (error) => {
          strapi.log.error(`archive: job ${job} could not be started: ${error.message}`);
          resolve();
        });
        child.once('exit', () => {
          resolve();
        });
      });
      running.set(
        child,
        ended.then(async () => {
          running.delete(child);
          await onEnd(job).catch((error: unknown) => {
            // The site's database may be gone before its jobs are; nobody awaits this otherwise.
            strapi.log.error(`archive: the end of job ${job} was not noticed: ${String(error)}`);
          });
        }),
      );
    },
    async stopAll() {
      const ends = [...running.values()];
      for (const child of running.keys()) child.kill('SIGTERM');
      await Promise.all(ends);
    },
  };
}
