import type { Core } from '@strapi/strapi';

const STATES = ['withdrawn', 'restored', 'erased'] as const;

/** Makes take-downs events that webhooks can subscribe to, so that caches and mirrors follow. */
export function allowTakedownWebhooks(strapi: Core.Strapi): void {
  for (const state of STATES) {
    strapi
      .get('webhookStore')
      .addAllowedEvent(`ARCHIVE_ARTICLE_${state.toUpperCase()}`, `archive.article.${state}`);
  }
}
