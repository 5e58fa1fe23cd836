import { Readable } from 'node:stream';

import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { OUTCOMES, type Outcome } from '../../../core/outcome';
import { readConfig } from '../config/read-config';
import { csvHeader, csvLine } from '../import/job/ledger-csv';
import type { LedgerFilter, LedgerLine } from '../import/job/read-ledger';
import { PLUGIN_ID } from '../plugin-id';
import { bodyOf, textOf, wholeNumber } from '../request-values';
import type { JobService } from './job-service';
import { readStartRequest } from './start-request';
import { keepUpload } from './uploads';

const MOST_ROWS = 500;
const MOST_JOBS = 200;
const LONGEST_REASON = 500;
const LONGEST_SEARCH = 200;

/** Start, watch and steer jobs over HTTP, for the admin and for API tokens alike. */
export function createJobController({ strapi }: { strapi: Core.Strapi }) {
  const service = (): JobService => strapi.plugin(PLUGIN_ID).service('job');
  const reply = async (context: Context, answer: Promise<unknown>) => {
    context.body = { data: await answer };
  };
  return {
    async find(context: Context) {
      const page = wholeNumber('page', context.query['page'], 1);
      const pageSize = wholeNumber('pageSize', context.query['pageSize'], MOST_JOBS);
      context.body = await service().list(Math.max(1, page), Math.max(1, Math.min(MOST_JOBS, pageSize)));
    },
    findOne: (context: Context) => reply(context, service().get(jobId(context))),
    async start(context: Context) {
      const request = readStartRequest(bodyOf(context));
      context.status = 202;
      await reply(context, service().start(request));
    },
    pause: (context: Context) => reply(context, service().ask(jobId(context), 'pause')),
    cancel: (context: Context) => reply(context, service().ask(jobId(context), 'cancel')),
    resume: (context: Context) => reply(context, service().resume(jobId(context))),
    retry: (context: Context) => reply(context, service().retry(jobId(context))),
    rollback: (context: Context) => reply(context, service().rollback(jobId(context), reasonOf(context))),

    reasons: (context: Context) => reply(context, service().reasons(jobId(context))),

    /** One page of rows as JSON, or all of them as a download with `format=ndjson` or `format=csv`. */
    async ledger(context: Context) {
      const filter = ledgerFilter(context);
      const format = textOf(context.query['format']);
      if (format === 'csv' || format === 'ndjson') {
        const rows = await service().ledger(filter);
        context.attachment(`ledger-${filter.job}.${format}`);
        context.type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8';
        context.body = Readable.from(printed(rows, format));
        return;
      }
      const after = wholeNumber('after', context.query['after'], 0);
      const most = Math.min(MOST_ROWS, wholeNumber('pageSize', context.query['pageSize'], 100));
      const rows = await service().ledgerPage(filter, after, most);
      const next = rows.length === most ? (rows.at(-1)?.id ?? null) : null;
      context.body = { data: rows, meta: { next } };
    },

    /** Keeps one uploaded file and answers the token by which `start` can name it, with what arrived. */
    async upload(context: Context) {
      const { files } = context.request as unknown as {
        files?: Record<string, { filepath: string; originalFilename: string | null } | unknown[]>;
      };
      const file = files?.['file'];
      if (!file || Array.isArray(file))
        throw new errors.ValidationError('Send one file, in the form field "file".');
      const config = readConfig(strapi.config.get(`plugin::${PLUGIN_ID}`));
      const kept = await keepUpload(strapi, config, {
        path: file.filepath,
        name: file.originalFilename ?? 'upload',
      });
      context.status = 201;
      context.body = { data: kept };
    },
  };
}

async function* printed(rows: AsyncIterable<LedgerLine>, format: 'csv' | 'ndjson'): AsyncGenerator<string> {
  if (format === 'csv') yield `${csvHeader()}\r\n`;
  for await (const row of rows) yield format === 'csv' ? `${csvLine(row)}\r\n` : `${JSON.stringify(row)}\n`;
}

/** Why a job is to be rolled back, for the log; nobody has to say. */
function reasonOf(context: Context): string | null {
  const { reason } = (bodyOf(context) ?? {}) as { reason?: unknown };
  return textOf(reason)?.slice(0, LONGEST_REASON) ?? null;
}

function jobId(context: Context): number {
  const id = (context['params'] as { id?: string }).id ?? '';
  if (/^[1-9]\d{0,8}$/.test(id)) return Number(id);
  throw new errors.ValidationError(`"${id.slice(0, 50)}" is not a job number.`);
}

function ledgerFilter(context: Context): LedgerFilter {
  const outcomes = textOf(context.query['outcome'])?.split(',') ?? null;
  const unknown = outcomes?.find((name) => !OUTCOMES.includes(name as Outcome));
  if (unknown !== undefined) {
    throw new errors.ValidationError(
      `There is no outcome "${unknown.slice(0, 50)}". There are: ${OUTCOMES.join(', ')}.`,
    );
  }
  return {
    job: jobId(context),
    outcomes: outcomes as Outcome[] | null,
    reason: textOf(context.query['reason']),
    search: textOf(context.query['search'])?.slice(0, LONGEST_SEARCH) ?? null,
  };
}
