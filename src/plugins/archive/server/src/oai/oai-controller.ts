import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { faultElement, oaiDocument } from '../../../core/oai/oai-answer';
import { isFault, type OaiFault } from '../../../core/oai/oai-fault';
import { readOaiRequest } from '../../../core/oai/oai-request';
import { PLUGIN_ID } from '../plugin-id';
import { bodyOf } from '../request-values';
import { answerText } from '../standards/answer-text';
import { archiveUrl } from '../standards/article-uri';
import type { OaiService } from './oai-service';

/** `GET` and `POST /api/archive/oai?verb=…`: OAI-PMH 2.0. Its faults come with status 200, as the protocol has it. */
export function createOaiController({ strapi }: { strapi: Core.Strapi }) {
  const service = (): OaiService => strapi.plugin(PLUGIN_ID).service('oai');
  return {
    async answer(context: Context) {
      const parameters = parametersOf(context);
      const request = readOaiRequest(parameters);
      const answer = isFault(request) ? request : await service().answer(request);
      const fault = typeof answer === 'string' ? null : answer;
      const content = typeof answer === 'string' ? answer : faultElement(answer);
      const asked = fault !== null && isSenseless(fault) ? [] : parameters;
      const around = { baseUrl: `${archiveUrl(strapi)}/oai`, asked, now: Date.now() };
      const text = oaiDocument(content, around);
      answerText(context, { type: 'text/xml; charset=utf-8', text, changed: null, content });
    },
  };
}

export const oaiRoutes = [
  { method: 'GET', path: '/oai', handler: 'oai.answer', config: {} },
  { method: 'POST', path: '/oai', handler: 'oai.answer', config: {} },
];

function isSenseless({ fault }: OaiFault): boolean {
  return fault === 'badVerb' || fault === 'badArgument';
}

/** In the order in which they were sent, with what was sent twice. */
function parametersOf(context: Context): [string, string][] {
  if (context.method !== 'POST') return [...new URLSearchParams(context.querystring)];
  const sent = bodyOf(context);
  if (typeof sent !== 'object' || sent === null) return [];
  return Object.entries(sent).flatMap(([name, value]: [string, unknown]) =>
    (Array.isArray(value) ? (value as unknown[]) : [value]).map((one): [string, string] => [
      name,
      String(one),
    ]),
  );
}
