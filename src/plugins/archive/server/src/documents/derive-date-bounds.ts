import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { boundsOf } from '../../../core/dates/bounds';
import { isOptedIn } from '../attributes/opted-in';

/**
 * An editor writes one date, as EDTF (ISO 8601-2); the earliest and latest day that lists are sorted by follow from
 * it. What is no EDTF is refused with samples of what is.
 */
export function deriveDateBounds(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    if (isOptedIn(context.contentType) && (context.action === 'create' || context.action === 'update')) {
      const { data } = context.params as { data?: Record<string, unknown> };
      if (data && 'dateEdtf' in data) Object.assign(data, boundsFor(data['dateEdtf']));
    }
    return next();
  });
}

function boundsFor(edtf: unknown): { dateEarliest: string | null; dateLatest: string | null } {
  if (edtf === null || edtf === undefined || edtf === '') return { dateEarliest: null, dateLatest: null };
  const bounds = typeof edtf === 'string' ? boundsOf(edtf) : null;
  if (!bounds) {
    throw new errors.ValidationError(
      `"${typeof edtf === 'string' ? edtf.slice(0, 50) : typeof edtf}" is no date in EDTF. Write a day (2016-07-14), a month (2016-07), a year (2016), ` +
        'about a year (2016~), an interval (2005/2017) or XXXX for unknown.',
    );
  }
  return { dateEarliest: bounds.earliest, dateLatest: bounds.latest };
}
