import type { Core } from '@strapi/strapi';

import { PLUGIN_ID } from '../plugin-id';
import type { JobService } from './job-service';

/** Takes the server's own jobs up again once it serves; a Strapi that is only loaded, by a script, runs none. */
export function resumeWhenListening(strapi: Core.Strapi): void {
  strapi.server.httpServer.once('listening', () => {
    const service: JobService = strapi.plugin(PLUGIN_ID).service('job');
    service.resumeManaged().catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      strapi.log.error(`archive: jobs could not be taken up again: ${reason}`);
    });
  });
}
