import type { Core } from '@strapi/strapi';

import type { EntityService } from '../entities/entity-service';
import { PLUGIN_ID } from '../plugin-id';
import type { JobService } from './job-service';
import { sweepUploads } from './sweep-uploads';
import { tellEndedJobs } from './tell-job-ended';

/** How often the server looks for jobs of the command line that have ended, in milliseconds. */
const LOOK_EVERY = 5_000;
/** How often uploads that nothing needs are looked for. */
const SWEEP_EVERY = 3_600_000;

/** Once the server serves, it takes up its own jobs and tells of ended ones; a Strapi that is only loaded does not. */
export function resumeWhenListening(strapi: Core.Strapi): void {
  strapi.server.httpServer.once('listening', () => {
    const service: JobService = strapi.plugin(PLUGIN_ID).service('job');
    service.resumeManaged().catch((error: unknown) => {
      strapi.log.error(`archive: jobs could not be taken up again: ${reasonOf(error)}`);
    });
    const entities: EntityService = strapi.plugin(PLUGIN_ID).service('entity');
    entities.carryOut();
    const look = setInterval(() => {
      tellEndedJobs(strapi).catch((error: unknown) => {
        strapi.log.warn(`archive: ended jobs could not be looked for: ${reasonOf(error)}`);
      });
    }, LOOK_EVERY);
    const sweep = () => {
      sweepUploads(strapi, new Date()).catch((error: unknown) => {
        strapi.log.warn(`archive: old uploads could not be removed: ${reasonOf(error)}`);
      });
    };
    sweep();
    const sweeping = setInterval(sweep, SWEEP_EVERY);
    strapi.server.httpServer.once('close', () => {
      clearInterval(look);
      clearInterval(sweeping);
    });
  });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
