import { bootstrap } from './bootstrap';
import { config } from './config';
import { contentTypes } from './content-types';
import { eraRoutes, eraController, eraService } from './era';
import { createJobController } from './jobs/job-controller';
import { adminJobRoutes, contentApiJobRoutes } from './jobs/job-routes';
import { createJobService } from './jobs/job-service';
import { destroy } from './destroy';
import { register } from './register';

export default {
  register,
  bootstrap,
  destroy,
  config,
  contentTypes,
  controllers: { era: eraController, job: createJobController },
  services: { era: eraService, job: createJobService },
  routes: {
    admin: { type: 'admin' as const, routes: adminJobRoutes },
    'content-api': { type: 'content-api' as const, routes: [...eraRoutes, ...contentApiJobRoutes] },
  },
};
