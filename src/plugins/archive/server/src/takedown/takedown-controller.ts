import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { z } from 'zod';

import { readConfig } from '../config/read-config';
import { PLUGIN_ID } from '../plugin-id';
import { bodyOf, documentIdOf } from '../request-values';
import type { TakedownService } from './takedown-service';

const takedownRequest = z.strictObject({
  reason: z.string(),
  locale: z.string().min(1).max(35).optional(),
  contentType: z.string().max(255).optional(),
});

const eraseRequest = takedownRequest.extend({ removeOriginals: z.boolean().optional() });

/** `POST /archive/articles/:documentId/withdraw`, `/restore` and `/erase`. */
export function createTakedownController({ strapi }: { strapi: Core.Strapi }) {
  const service = (): TakedownService => strapi.plugin(PLUGIN_ID).service('takedown');
  const asked = (
    context: Context,
    schema: typeof eraseRequest | typeof takedownRequest = takedownRequest,
  ) => {
    const body = schema.safeParse(bodyOf(context));
    if (!body.success) {
      const faults = body.error.issues.map((fault) => `${fault.path.join('.') || 'body'}: ${fault.message}`);
      throw new errors.ValidationError(`The request has faults: ${faults.join('; ')}.`);
    }
    const { content } = readConfig(strapi.config.get(`plugin::${PLUGIN_ID}`));
    return {
      documentId: documentIdOf(context),
      contentType: body.data.contentType ?? content.article?.uid ?? '',
      locale: body.data.locale ?? null,
      reason: body.data.reason,
      removeOriginals: 'removeOriginals' in body.data && body.data.removeOriginals === true,
    };
  };
  return {
    async withdraw(context: Context) {
      context.body = { data: await service().withdraw(asked(context)) };
    },
    async erase(context: Context) {
      context.body = { data: await service().erase(asked(context, eraseRequest)) };
    },
    async restore(context: Context) {
      context.body = { data: await service().restore(asked(context)) };
    },
  };
}
