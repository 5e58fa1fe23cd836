/** The same environment for every process that a benchmark starts, so that nobody's `.env` has a say. */
import { PROJECT } from '../scripts/project-paths.mjs';

const SITE_ENV = {
  APP_KEYS: 'bench-key-one,bench-key-two',
  API_TOKEN_SALT: 'bench-api-token-salt',
  ADMIN_JWT_SECRET: 'bench-admin-jwt-secret',
  TRANSFER_TOKEN_SALT: 'bench-transfer-token-salt',
  ENCRYPTION_KEY: 'bench-encryption-key-of-32-bytes',
  JWT_SECRET: 'bench-jwt-secret',
  ARCHIVE_PROJECT: PROJECT,
  ARCHIVE_PUBLIC_READ: 'true',
  ARCHIVE_SEARCHES_A_MINUTE: '1000000',
  DATABASE_SCHEMA: 'public',
  DATABASE_SSL: 'false',
  NODE_ENV: 'production',
  STRAPI_TELEMETRY_DISABLED: 'true',
  STRAPI_DISABLE_REMOTE_DATA_TRANSFER: 'true',
};

export const environmentFor = (database) => ({ ...process.env, ...SITE_ENV, ...database.env });
