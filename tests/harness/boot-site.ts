import path from 'node:path';

import { createStrapi, type Core } from '@strapi/strapi';

import { setEnvironment } from './environment';
import { PROJECT } from './project';
import type { TestDatabase } from './test-database';
import { untilIdle } from './until-idle';

/** A running site. `close` it before the test file ends, and before another one boots. */
export interface Site {
  readonly strapi: Core.Strapi;
  /** Where it listens, without a slash at the end; null unless asked for. `supertest` needs no listening site. */
  readonly url: string | null;
  readonly close: () => Promise<void>;
}

export interface BootOptions {
  readonly database: TestDatabase;
  /** Another copy of the app than the repository's own; it must hold `dist/`. */
  readonly appDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Opens a free port on this machine, for a browser or a client of another process. */
  readonly listen?: boolean;
}

/** The same for every test, so that nobody's `.env` has a say. */
export const TEST_ENV = {
  APP_KEYS: 'test-key-one,test-key-two',
  API_TOKEN_SALT: 'test-api-token-salt',
  ADMIN_JWT_SECRET: 'test-admin-jwt-secret',
  TRANSFER_TOKEN_SALT: 'test-transfer-token-salt',
  ENCRYPTION_KEY: 'test-encryption-key-of-32-letters',
  JWT_SECRET: 'test-jwt-secret',
  ARCHIVE_PUBLIC_READ: 'false',
  DATABASE_SCHEMA: 'public',
  DATABASE_SSL: 'false',
  DATABASE_URL: undefined,
  STRAPI_TELEMETRY_DISABLED: 'true',
};

/**
 * Boots the built app (`dist/`) in this process on the database given.
 * Throws what Strapi throws, after letting go of the database.
 */
export async function bootSite({
  database,
  appDir = PROJECT,
  env = {},
  listen = false,
}: BootOptions): Promise<Site> {
  const restore = setEnvironment({ ...TEST_ENV, ...database.env, ...env });
  const strapi = createStrapi({ appDir, distDir: path.join(appDir, 'dist') });
  strapi.log.level = 'error';
  try {
    await strapi.load();
    strapi.server.mount();
    const url = listen ? await listenOnFreePort(strapi) : null;
    return {
      strapi,
      url,
      close: async () => {
        try {
          await untilIdle(strapi);
          await strapi.destroy();
        } finally {
          restore();
        }
      },
    };
  } catch (error) {
    await strapi.destroy();
    restore();
    throw error;
  }
}

function listenOnFreePort(strapi: Core.Strapi): Promise<string> {
  const server = strapi.server.httpServer;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The site has no port.'));
      else resolve(`http://127.0.0.1:${String(address.port)}`);
    });
  });
}
