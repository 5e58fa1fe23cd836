import type { Core } from '@strapi/strapi';

import { isOptedIn } from '../attributes/opted-in';
import type { ArchiveConfig } from '../config/archive-config';
import { isAnonymousRequest } from './public-request';

const READS = new Set(['findMany', 'findOne', 'findFirst', 'count']);

/**
 * Who sends neither a login nor a token sees what is published. Strapi lets everybody who may read a type ask for
 * its drafts (`?status=draft`); an archive's drafts are not public, nor what they are linked with.
 */
export function publishedForAnybody(strapi: Core.Strapi, config: ArchiveConfig): void {
  const targets = new Set(Object.values(config.content).flatMap((target) => (target ? [target.uid] : [])));
  strapi.documents.use((context, next) => {
    const { contentType, action } = context;
    const concerned = contentType.options?.draftAndPublish === true && READS.has(action);
    if (concerned && (targets.has(context.uid) || isOptedIn(contentType)) && isAnonymousRequest(strapi)) {
      (context.params as { status?: unknown }).status = 'published';
    }
    return next();
  });
}
