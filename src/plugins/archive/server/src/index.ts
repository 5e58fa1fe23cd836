import { bootstrap } from './bootstrap';
import { config } from './config';
import { contentTypes } from './content-types';
import { contentApiRoutes, eraController, eraService } from './era';
import { register } from './register';

export default {
  register,
  bootstrap,
  config,
  contentTypes,
  controllers: { era: eraController },
  services: { era: eraService },
  routes: { 'content-api': contentApiRoutes },
};
