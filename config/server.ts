import type { Core } from '@strapi/strapi';

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '0.0.0.0'),
  port: env.int('PORT', 1337),
  // A start asks nobody on the internet anything.
  logger: { updates: { enabled: false } },
  app: { keys: env.array('APP_KEYS', []) },
});
