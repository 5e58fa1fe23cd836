import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';

import type { Knex } from 'knex';

import { estimate, type Estimate, type Sample } from '../../../../core/estimate';
import { listFiles } from '../input/list-files';
import { parseFiles } from '../input/parse-files';
import type { ParseSettings } from '../input/parse-file';
import { isPostgres } from '../write/allocate-ids';

/** What an import will need, and what there is. */
export interface Preflight extends Estimate {
  /** Free bytes where the database grows; null where that cannot be seen, as on a remote server. */
  readonly freeBytes: number | null;
  readonly isEnough: boolean;
}

const SAMPLE_FILES = 50;
const SAMPLE_BYTES = 2 * 1024 * 1024;
/** While SQLite writes ahead, and PostgreSQL logs, data lies on the disk twice for a while. */
const MARGIN = 1.2;

/** Reads a sample of the dump and compares what the import will need with the space there is. Writes nothing. */
export async function preflight(
  knex: Knex,
  paths: readonly string[],
  settings: ParseSettings,
  { totalBytes, publish }: { readonly totalBytes: number; readonly publish: boolean },
): Promise<Preflight> {
  const expected = estimate(await readSample(paths, settings), totalBytes, publish ? 2 : 1);
  const freeBytes = await freeSpace(knex);
  return {
    ...expected,
    freeBytes,
    isEnough: freeBytes === null || freeBytes > expected.databaseBytes * MARGIN,
  };
}

async function readSample(paths: readonly string[], settings: ParseSettings): Promise<Sample> {
  const tasks = [];
  let planned = 0;
  for (const listed of listFiles(paths, '/')) {
    if ('notice' in listed) continue;
    tasks.push({ file: listed.file, skip: 0 });
    planned += listed.file.size;
    if (tasks.length >= SAMPLE_FILES || planned >= SAMPLE_BYTES) break;
  }
  const begun = performance.now();
  let sample = { bytes: 0, records: 0, bodyBytes: 0 };
  for await (const item of parseFiles(tasks, settings, { workers: 1, recordTimeoutMs: 5_000 })) {
    if (item.kind === 'file-end') sample = { ...sample, bytes: sample.bytes + item.bytes };
    else {
      const bodyBytes = Buffer.byteLength(item.draft.article.body ?? '', 'utf8');
      sample = { ...sample, records: sample.records + 1, bodyBytes: sample.bodyBytes + bodyBytes };
    }
  }
  return { ...sample, seconds: (performance.now() - begun) / 1000 };
}

async function freeSpace(knex: Knex): Promise<number | null> {
  const folder = isPostgres(knex) ? await postgresFolder(knex) : sqliteFolder(knex);
  if (folder === null || !existsSync(folder)) return null;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function sqliteFolder(knex: Knex): string | null {
  const { connectionSettings } = knex.client as { connectionSettings?: { filename?: string } };
  return connectionSettings?.filename === undefined ? null : dirname(connectionSettings.filename);
}

/** Only a server on this machine that tells us its folder can be looked at. */
async function postgresFolder(knex: Knex): Promise<string | null> {
  try {
    const answer: { rows: { data_directory: string }[] } = await knex.raw('show data_directory');
    return answer.rows[0]?.data_directory ?? null;
  } catch {
    return null;
  }
}
