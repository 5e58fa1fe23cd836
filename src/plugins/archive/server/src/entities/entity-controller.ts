import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';

import { ENTITY_KINDS } from '../../../core/draft-article';
import { PLUGIN_ID } from '../plugin-id';
import type { EntityService } from './entity-service';

const documentId = z.string().regex(/^[a-z0-9]{1,32}$/, 'is no document ID');
const mergeRequest = z.strictObject({ from: z.array(documentId).min(1).max(100) });
const splitRequest = z.strictObject({
  names: z.array(z.string().min(1).max(255)).min(1).max(100),
  kind: z.enum(ENTITY_KINDS).optional(),
});
const apartRequest = z.strictObject({ other: documentId });
const MOST_ROWS = 100;

/** Merge, split and look at entities over HTTP, for the admin and for API tokens alike. */
export function createEntityController({ strapi }: { strapi: Core.Strapi }) {
  const service = (): EntityService => strapi.plugin(PLUGIN_ID).service('entity');
  return {
    async page(context: Context) {
      const range = {
        page: wholeNumber(context, 'page', 1),
        pageSize: Math.min(MOST_ROWS, wholeNumber(context, 'pageSize', 25)),
      };
      const page = await service().page(idOf(context), range);
      if (page === null) throw new errors.NotFoundError('There is no such entity.');
      context.body = { data: page };
    },
    async queue(context: Context) {
      const entity = context.query['entity'];
      const most = Math.min(MOST_ROWS, wholeNumber(context, 'pageSize', 25));
      const { suggestions, total } = await service().queue(most, typeof entity === 'string' ? entity : null);
      context.body = { data: suggestions, meta: { total } };
    },
    async merge(context: Context) {
      await service().merge(bodyOf(context, mergeRequest).from, idOf(context));
      context.status = 202;
      context.body = { data: { documentId: idOf(context) } };
    },
    async unmerge(context: Context) {
      await service().unmerge(idOf(context));
      context.status = 202;
      context.body = { data: { documentId: idOf(context) } };
    },
    async split(context: Context) {
      const { names, kind } = bodyOf(context, splitRequest);
      const created = await service().split({ entity: idOf(context), names, kind: kind ?? null });
      context.status = 202;
      context.body = { data: { documentId: created } };
    },
    async keepApart(context: Context) {
      await service().keepApart(idOf(context), bodyOf(context, apartRequest).other);
      context.body = { data: { documentId: idOf(context) } };
    },
    async forgetApart(context: Context) {
      await service().forgetApart(idOf(context), bodyOf(context, apartRequest).other);
      context.body = { data: { documentId: idOf(context) } };
    },
  };
}

function idOf(context: Context): string {
  const { success, data } = documentId.safeParse((context['params'] as { id?: unknown }).id);
  if (success) return data;
  throw new errors.ValidationError('This is no document ID.');
}

function bodyOf<Schema extends z.ZodType>(context: Context, schema: Schema): z.infer<Schema> {
  const result = schema.safeParse((context.request as { body?: unknown }).body);
  if (result.success) return result.data;
  const faults = result.error.issues.map((fault) => `${fault.path.join('.') || 'body'}: ${fault.message}`);
  throw new errors.ValidationError(`The entity cannot be changed so: ${faults.join('; ')}.`);
}

function wholeNumber(context: Context, name: string, fallback: number): number {
  const text = context.query[name];
  if (typeof text !== 'string' || text === '') return fallback;
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new errors.ValidationError(`${name} takes a whole number from 1.`);
}
