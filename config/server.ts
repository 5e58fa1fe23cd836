import type { Core } from '@strapi/strapi';

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '0.0.0.0'),
  port: env.int('PORT', 1337),
  // Where readers find the site: feeds, sitemaps and citations need it.
  url: env('PUBLIC_URL', ''),
  // A start asks nobody on the internet anything.
  logger: { updates: { enabled: false } },
  app: { keys: env.array('APP_KEYS', []) },
});
