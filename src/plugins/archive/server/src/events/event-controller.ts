import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';

import { PLUGIN_ID } from '../plugin-id';
import { textOf, wholeNumber } from '../request-values';
import { EVENT_KINDS, type EventKind } from './archive-event';
import type { EventService } from './event-service';

const MOST_ROWS = 200;

/** `GET /archive/events`: the log, newest first. */
export function createEventController({ strapi }: { strapi: Core.Strapi }) {
  const service = (): EventService => strapi.plugin(PLUGIN_ID).service('event');
  return {
    async find(context: Context) {
      const most = Math.min(MOST_ROWS, Math.max(1, wholeNumber('pageSize', context.query['pageSize'], 50)));
      const before = wholeNumber('before', context.query['before'], 0);
      const rows = await service().list({
        kinds: kindsOf(textOf(context.query['kind'])),
        target: textOf(context.query['documentId']),
        before: before === 0 ? null : before,
        most,
      });
      context.body = { data: rows, meta: { next: rows.length === most ? (rows.at(-1)?.id ?? null) : null } };
    },
  };
}

function kindsOf(text: string | null): readonly EventKind[] | null {
  if (text === null) return null;
  return text.split(',').map((name) => {
    const kind = EVENT_KINDS.find((one) => one === name);
    if (kind) return kind;
    throw new errors.ValidationError(
      `There is no event "${name.slice(0, 50)}". There are: ${EVENT_KINDS.join(', ')}.`,
    );
  });
}
