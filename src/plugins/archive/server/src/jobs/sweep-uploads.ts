import { readdir, rm, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

import type { Core } from '@strapi/strapi';

import { readConfig } from '../config/read-config';
import { fromJson } from '../import/write/cell-of';
import { loadPlan } from '../import/plan/load-plan';
import { typeOf } from '../import/plan/write-plan';
import { IMPORT_JOB, PLUGIN_ID } from '../plugin-id';
import { uploadFolder } from './uploads';

const HOUR = 3_600_000;

/**
 * Removes uploads that nothing needs: those of no job, and those of which every job was rolled back or was cancelled
 * before it imported anything, once they are older than `uploadRetentionHours`. Whatever an article came from stays.
 * Returns the tokens of what it removed.
 */
export async function sweepUploads(strapi: Core.Strapi, now: Date): Promise<string[]> {
  const config = readConfig(strapi.config.get(`plugin::${PLUGIN_ID}`));
  const folder = uploadFolder(strapi, config);
  const tokens = await readdir(folder).catch(() => []);
  if (tokens.length === 0) return [];
  const needed = await tokensNeeded(strapi, folder);
  if (needed === null) return [];
  const removed: string[] = [];
  for (const token of tokens) {
    if (needed.has(token)) continue;
    const found = await stat(join(folder, token)).catch(() => null);
    const age = found ? now.getTime() - found.mtimeMs : 0;
    if (age < config.uploadRetentionHours * HOUR) continue;
    await rm(join(folder, token), { recursive: true, force: true });
    removed.push(token);
  }
  return removed;
}

/** Tokens of uploads that a job still needs, or that articles came from; null where that cannot be told. */
async function tokensNeeded(strapi: Core.Strapi, folder: string): Promise<Set<string> | null> {
  const knex = strapi.db.connection;
  const plan = await loadPlan(knex);
  if (!plan) return null;
  const rows: { paths: unknown }[] = await knex(typeOf(plan, IMPORT_JOB).table)
    .whereNot({ state: 'rolledBack' })
    .whereNot((cancelled) => {
      void cancelled.where({ state: 'cancelled', records_read: 0 });
    })
    .select('paths');
  const needed = new Set<string>();
  for (const { paths } of rows) {
    for (const path of (fromJson(paths) ?? []) as unknown[]) {
      const [token] = relative(folder, String(path)).split(sep);
      if (token !== undefined && token !== '..') needed.add(token);
    }
  }
  return needed;
}
