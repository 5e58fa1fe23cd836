import type { Core, Modules } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { isOptedIn } from '../attributes/opted-in';
import { isPublicRequest } from './public-request';

type Context = Parameters<Modules.Documents.Middleware.Middleware>[0];

const READS = new Set(['findMany', 'findOne', 'findFirst', 'count']);

/**
 * Withdrawn articles stay away from the public: they cannot be published, and requests of the content API do not see
 * them in any status.
 */
export function keepWithdrawn(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    if (!isOptedIn(context.contentType)) return next();
    if (READS.has(context.action) && isPublicRequest(strapi)) hideWithdrawn(context);
    if (publishes(context)) await refuseWithdrawn(strapi, context);
    return next();
  });
}

function hideWithdrawn({ params }: Context): void {
  const own = params as { filters?: unknown };
  const visible = { withdrawnAt: { $null: true } };
  own.filters = own.filters ? { $and: [own.filters, visible] } : visible;
}

function publishes({ action, params }: Context): boolean {
  const { status } = params as { status?: unknown };
  return action === 'publish' || (action === 'update' && status === 'published');
}

async function refuseWithdrawn(strapi: Core.Strapi, { uid, params }: Context): Promise<void> {
  const { documentId, locale } = params as { documentId?: string; locale?: unknown };
  const oneLocale = typeof locale === 'string' && locale !== '*' ? { locale } : {};
  const withdrawn: { withdrawnReason: string | null } | null = await strapi.db.query(uid).findOne({
    where: { documentId, ...oneLocale, withdrawnAt: { $notNull: true } },
    select: ['id', 'withdrawnReason'],
  });
  if (!withdrawn) return;
  throw new errors.ApplicationError(
    `This article was withdrawn (${withdrawn.withdrawnReason ?? 'no reason'}). Restore it before it is published.`,
  );
}
