import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';

import type { Resolution } from '../../../shared/resolver-api';
import { PLUGIN_ID } from '../plugin-id';
import { textOf } from '../request-values';
import type { ResolverService } from './resolver-service';

const STATUS: Readonly<Record<Resolution['outcome'], number>> = {
  found: 200,
  ambiguous: 300,
  withdrawn: 410,
  erased: 410,
  'not-found': 404,
};
const LONGEST_ID = 255;

/**
 * `GET /archive/resolve?url=` or `?legacyId=&era=`. Browsers, and whoever adds `redirect=true`, are sent on (301) to
 * the article; everybody else gets JSON.
 */
export function createResolverController({ strapi }: { strapi: Core.Strapi }) {
  const service = (): ResolverService => strapi.plugin(PLUGIN_ID).service('resolver');
  return {
    async resolve(context: Context) {
      const resolution = await resolved(context, service());
      context.status = STATUS[resolution.outcome];
      context.vary('Accept');
      if (resolution.outcome === 'found' && wantsRedirect(context)) {
        context.redirect(resolution.article.url);
        context.status = 301;
        return;
      }
      context.body = { data: resolution };
    },
  };
}

function resolved(context: Context, service: ResolverService): Promise<Resolution> {
  const [url, legacyId] = [textOf(context.query['url']), textOf(context.query['legacyId'])];
  if (url !== null && legacyId === null) return service.byUrl(url);
  if (legacyId !== null && url === null) {
    if (legacyId.length > LONGEST_ID) throw new errors.ValidationError('No legacy ID is so long.');
    return service.byLegacyId(legacyId, textOf(context.query['era']));
  }
  throw new errors.ValidationError('Say either url, or legacyId and, where it is known, era.');
}

function wantsRedirect(context: Context): boolean {
  const redirect = textOf(context.query['redirect']);
  if (redirect !== null) return redirect === 'true' || redirect === '1';
  return context.accepts('json', 'html') === 'html';
}
