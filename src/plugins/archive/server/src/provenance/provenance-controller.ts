import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';

import { PLUGIN_ID } from '../plugin-id';
import { documentIdOf, textOf } from '../request-values';
import type { ProvenanceService } from './provenance-service';

/** Where an article comes from, and where one of its fields does. Never public unless a person grants it. */
export function createProvenanceController({ strapi }: { strapi: Core.Strapi }) {
  const service = (): ProvenanceService => strapi.plugin(PLUGIN_ID).service('provenance');
  return {
    async article(context: Context) {
      const locale = textOf(context.query['locale']);
      context.body = { data: await service().article(documentIdOf(context), locale) };
    },
    async field(context: Context) {
      const { field = '' } = context['params'] as { field?: string };
      if (!/^[A-Za-z0-9.]{1,80}$/.test(field))
        throw new errors.ValidationError('That is no name of a field.');
      const locale = textOf(context.query['locale']);
      context.body = { data: await service().field(documentIdOf(context), locale, field) };
    },
  };
}
