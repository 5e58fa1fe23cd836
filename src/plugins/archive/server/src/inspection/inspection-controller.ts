import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { PLUGIN_ID } from '../plugin-id';
import { bodyOf } from '../request-values';
import { readInspectBody, readLearnBody, readPreviewBody } from './inspection-requests';
import type { InspectionService } from './inspection-service';

/** Dumps before their import, over HTTP. */
export function createInspectionController({ strapi }: { strapi: Core.Strapi }) {
  const service = (): InspectionService => strapi.plugin(PLUGIN_ID).service('inspection');
  return {
    async inspect(context: Context) {
      context.body = { data: await service().inspect(readInspectBody(bodyOf(context))) };
    },
    async preview(context: Context) {
      context.body = { data: await service().preview(readPreviewBody(bodyOf(context))) };
    },
    async learn(context: Context) {
      context.body = { data: await service().learn(readLearnBody(bodyOf(context))) };
    },
  };
}
