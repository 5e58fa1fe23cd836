import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { z } from 'zod';

import { isEdtf } from '../../../core/dates/bounds';
import { DATE_BASES } from '../../../core/draft-article';
import { CORRECTABLE_FIELDS } from '../../../core/draft/correct-draft';
import { PLUGIN_ID } from '../plugin-id';
import { bodyOf, documentIdOf, textOf, wholeNumber } from '../request-values';
import { VARIANT_DECISIONS } from './decide-variant';
import type { ReviewService } from './review-service';

const MOST_ROWS = 100;
const LONGEST_FIELD = 1_000_000;

const acceptRequest = z.strictObject({
  fields: z
    .partialRecord(z.enum(CORRECTABLE_FIELDS), z.string().max(LONGEST_FIELD).nullable())
    .refine(({ dateEdtf }) => !dateEdtf || isEdtf(dateEdtf.trim()), {
      path: ['dateEdtf'],
      message: 'is no date in EDTF, such as 2016-07-14, 2016-07, 2016~ or 2005/2017',
    }),
});
const rejectRequest = z.strictObject({ reason: z.string().trim().min(1, 'is needed').max(500) });
const entityRequest = z.strictObject({
  documentIds: z
    .array(z.string().regex(/^[a-z0-9]{1,32}$/))
    .min(1)
    .max(MOST_ROWS),
  state: z.enum(['suggested', 'confirmed', 'rejected']),
});
const variantRequest = z.strictObject({ decision: z.enum(VARIANT_DECISIONS) });
const dateRequest = z.strictObject({
  locale: z.string().min(1).max(35).nullable(),
  edtf: z.string().min(1).max(1000).nullable(),
  basis: z.enum(DATE_BASES).optional(),
});

/** `/archive/review`: queues of what waits for a person, and their decisions. */
export function createReviewController({ strapi }: { strapi: Core.Strapi }) {
  const service = (): ReviewService => strapi.plugin(PLUGIN_ID).service('review');
  return {
    async counts(context: Context) {
      context.body = { data: await service().counts() };
    },
    async records(context: Context) {
      const job = textOf(context.query['job']) === null ? null : wholeNumber('job', context.query['job'], 0);
      context.body = { data: await service().records({ ...pageWish(context), job }) };
    },
    async record(context: Context) {
      context.body = { data: await service().record(numberOf(context)) };
    },
    async accept(context: Context) {
      const { fields } = parsed(context, acceptRequest);
      context.body = { data: await service().accept(numberOf(context), fields) };
    },
    async reject(context: Context) {
      const { reason } = parsed(context, rejectRequest);
      context.body = { data: await service().reject(numberOf(context), reason) };
    },
    async reopen(context: Context) {
      context.body = { data: await service().reopen(numberOf(context)) };
    },
    async entities(context: Context) {
      context.body = { data: await service().entities(pageWish(context)) };
    },
    async contexts(context: Context) {
      context.body = { data: await service().contexts(documentIdOf(context)) };
    },
    async reviewEntities(context: Context) {
      const { documentIds, state } = parsed(context, entityRequest);
      await service().reviewEntities(documentIds, state);
      context.body = { data: { documentIds, state } };
    },
    async variants(context: Context) {
      context.body = { data: await service().variants(pageWish(context)) };
    },
    async variant(context: Context) {
      context.body = { data: await service().variant(numberOf(context)) };
    },
    async decideVariant(context: Context) {
      const { decision } = parsed(context, variantRequest);
      context.body = { data: await service().decideVariant(numberOf(context), decision) };
    },
    async undated(context: Context) {
      context.body = { data: await service().undated(pageWish(context)) };
    },
    async date(context: Context) {
      const { locale, edtf, basis } = parsed(context, dateRequest);
      const documentId = documentIdOf(context);
      await service().date({
        documentId,
        locale,
        edtf,
        basis: basis ?? (edtf === null ? 'unknown' : 'inferred'),
      });
      context.body = { data: { documentId, locale, edtf } };
    },
    async media(context: Context) {
      context.body = { data: await service().media(pageWish(context)) };
    },
  };
}

function pageWish({ query }: Context) {
  const after = wholeNumber('after', query['after'], 0);
  const most = Math.min(MOST_ROWS, Math.max(1, wholeNumber('pageSize', query['pageSize'], 25)));
  return { after: after === 0 ? null : after, most };
}

function numberOf(context: Context): number {
  const id = wholeNumber('id', (context['params'] as { id?: string }).id, 0);
  if (id > 0) return id;
  throw new errors.ValidationError('That is no number of a row.');
}

function parsed<Schema extends z.ZodType>(context: Context, schema: Schema): z.infer<Schema> {
  const result = schema.safeParse(bodyOf(context));
  if (result.success) return result.data;
  const faults = result.error.issues.map((fault) => `${fault.path.join('.') || 'body'}: ${fault.message}`);
  throw new errors.ValidationError(`The request has faults: ${faults.join('; ')}.`);
}
