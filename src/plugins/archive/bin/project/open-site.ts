import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

import { loadPlan } from '../../server/src/import/plan/load-plan';
import type { WritePlan } from '../../server/src/import/plan/write-plan';
import { CommandError } from '../exit-code';
import { makeFolder } from './make-folder';

/** The site's database and what an import must know of it. */
export interface Site {
  readonly knex: Knex;
  readonly plan: WritePlan;
  /** Folder of the project. */
  readonly project: string;
  close(): Promise<void>;
}

/** As much of `@strapi/strapi` as is used; it is taken from the project, so that there is only one. */
interface StrapiModule {
  createStrapi(options: { appDir: string; distDir: string }): Core.Strapi;
}

/**
 * Opens the database of a project with the project's own configuration. Strapi is not started, so nothing of the
 * site changes; only an empty database is first given its tables, by starting Strapi once.
 * @throws CommandError when the project is not built or its database cannot be opened.
 */
export async function openSite(project: string): Promise<Site> {
  const strapi = configuredStrapi(project);
  const knex = connectionOf(strapi);
  try {
    let plan = await loadPlan(knex);
    if (!plan && (await isEmpty(knex))) {
      await startOnce(project);
      plan = await loadPlan(knex);
    }
    if (!plan) {
      throw new CommandError(
        'This database is not prepared for imports. Start the site once (npm run start).',
      );
    }
    keepTimeOf(plan);
    return { knex, plan, project, close: () => knex.destroy() };
  } catch (error) {
    await knex.destroy();
    throw error instanceof CommandError ? error : databaseFault(strapi, error);
  }
}

/**
 * PostgreSQL's columns of Strapi hold the local time of the process that wrote them, without its zone: an import must
 * live in the zone of the site, or the site would read other instants than were meant.
 */
function keepTimeOf({ timeZone }: Partial<WritePlan>): void {
  // A plan of an earlier version does not tell.
  if (timeZone !== undefined) process.env['TZ'] = timeZone;
}

function configuredStrapi(project: string): Core.Strapi {
  process.env['ENV_PATH'] ??= join(project, '.env');
  const strapiModule = createRequire(join(project, 'package.json'))('@strapi/strapi') as StrapiModule;
  const distDir = existsSync(join(project, 'tsconfig.json')) ? join(project, 'dist') : project;
  if (!existsSync(join(distDir, 'config'))) {
    throw new CommandError(
      `The project in ${project} is not built yet. Run "npm run setup" (or "npm run build").`,
    );
  }
  try {
    const strapi = strapiModule.createStrapi({ appDir: project, distDir });
    strapi.log.silent = true;
    return strapi;
  } catch (error) {
    throw new CommandError(`The project's configuration cannot be read: ${messageOf(error)}`);
  }
}

/** The folder of an SQLite file is made here, which may fail. */
function connectionOf(strapi: Core.Strapi): Knex {
  try {
    const { filename } = strapi.config.get<{ filename?: string }>('database.connection.connection');
    if (filename !== undefined) makeFolder(dirname(resolve(filename)));
    const knex = strapi.db.connection;
    // Knex tells of a broken connection on stdout, where results are printed; the statement that fails tells it too.
    const { logger } = knex.client as { logger: { warn: (message: unknown) => void } };
    logger.warn = () => undefined;
    return knex;
  } catch (error) {
    throw databaseFault(strapi, error);
  }
}

async function isEmpty(knex: Knex): Promise<boolean> {
  return !(await knex.schema.hasTable('strapi_core_store_settings'));
}

/** Lets Strapi make its tables. Safe here only, since nobody can be using an empty database. */
async function startOnce(project: string): Promise<void> {
  const strapi = configuredStrapi(project);
  try {
    await strapi.load();
  } catch (error) {
    throw new CommandError(
      `The database is empty, and the site that would prepare it cannot start: ${messageOf(error)} ` +
        'Mend that (see .env and config/), then import again.',
    );
  } finally {
    // A site that stopped half-way still holds connections and timers, which would keep the command alive.
    await strapi.destroy();
  }
}

/** Names the database without its password. */
function databaseFault(strapi: Core.Strapi, error: unknown): CommandError {
  const { client, connection } = strapi.config.get<{
    client: string;
    connection: { filename?: string; connectionString?: string; host?: string; database?: string };
  }>('database.connection');
  const place =
    connection.filename ?? hostOf(connection.connectionString) ?? connection.host ?? 'unknown place';
  return new CommandError(
    `The database cannot be used (${client}, ${place}): ${messageOf(error)} ` +
      'Check DATABASE_CLIENT, DATABASE_FILENAME or DATABASE_URL in .env, and that it may be written.',
  );
}

function hostOf(connectionString: string | undefined): string | null {
  if (!connectionString || !URL.canParse(connectionString)) return null;
  const { host, pathname } = new URL(connectionString);
  return `${host}${pathname}`;
}

function messageOf(error: unknown): string {
  const first = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  return first.endsWith('.') ? first : `${first}.`;
}
