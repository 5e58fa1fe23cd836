import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { PLUGIN_ID } from '../plugin-id';
import { bodyOf, textOf } from '../request-values';
import { manifest } from './manifest';
import { readExtension, readQueries } from './reconciliation-request';
import type { ReconciliationService } from './reconciliation-service';

type Parameters = Readonly<Record<string, unknown>>;
type Part = (service: ReconciliationService, parameters: Parameters, context: Context) => Promise<unknown>;

const LONGEST_PREFIX = 255;

/** What lies below the address of the service. */
const PARTS: Readonly<Record<string, Part>> = {
  'suggest-entity': async (service, parameters) => ({
    result: await service.suggestEntities(prefixOf(parameters)),
  }),
  'suggest-property': async (service, parameters) => ({
    result: service.suggestProperties(prefixOf(parameters)),
  }),
  'suggest-type': async (service, parameters) => ({ result: service.suggestTypes(prefixOf(parameters)) }),
  properties: async (service, parameters) => {
    const type = textOf(parameters['type']);
    return { type, properties: service.properties(type) };
  },
  preview: async (service, parameters, context) => {
    const page = await service.preview(textOf(parameters['id']) ?? '');
    if (page === null) throw new errors.NotFoundError('There is no such record.');
    // The page is made to be framed by clients elsewhere; it has no scripts.
    context.remove('X-Frame-Options');
    context.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'");
    context.type = 'html';
    return page;
  },
};

/**
 * The Reconciliation Service API 0.2. All of it is one action, so that one permission opens it: clients such as
 * OpenRefine know one address and find the rest in the manifest.
 */
export function createReconciliationController({ strapi }: { strapi: Core.Strapi }) {
  const service = (): ReconciliationService => strapi.plugin(PLUGIN_ID).service('reconciliation');
  return {
    async answer(context: Context) {
      const { part } = context['params'] as { part?: string };
      const parameters = parametersOf(context);
      if (part === undefined) {
        context.body = await answerRoot(service(), parameters, addressOf(strapi, context));
        return;
      }
      const answer = Object.hasOwn(PARTS, part) ? PARTS[part] : undefined;
      if (answer === undefined)
        throw new errors.NotFoundError('The reconciliation service has no such part.');
      context.body = await answer(service(), parameters, context);
    },
  };
}

async function answerRoot(
  service: ReconciliationService,
  parameters: Parameters,
  address: string,
): Promise<unknown> {
  const queries = textOf(parameters['queries']);
  if (queries !== null) return service.match(readQueries(queries));
  const extension = textOf(parameters['extend']);
  if (extension !== null) return service.extend(readExtension(extension));
  return manifest(address);
}

function parametersOf(context: Context): Parameters {
  const body = bodyOf(context);
  return { ...context.query, ...(typeof body === 'object' && body !== null ? body : {}) };
}

function prefixOf(parameters: Parameters): string {
  return (textOf(parameters['prefix']) ?? '').slice(0, LONGEST_PREFIX);
}

/** The configured address of the site, or the one that it was asked under. */
function addressOf(strapi: Core.Strapi, context: Context): string {
  const configured = strapi.config.get<string>('server.url', '');
  const origin = /^https?:/.test(configured) ? new URL(configured).origin : context.origin;
  return `${origin}${context.path}`.replace(/\/$/, '');
}
