import type { Core } from '@strapi/strapi';

import type { JobService } from './jobs/job-service';
import { PLUGIN_ID } from './plugin-id';

/** Lets running jobs pause before the server goes. */
export async function destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  const service: JobService = strapi.plugin(PLUGIN_ID).service('job');
  await service.stopAll();
}
