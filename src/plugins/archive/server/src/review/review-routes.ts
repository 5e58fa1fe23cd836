import type { ArchiveRoute } from '../archive-routes';

const right = 'review';

export const REVIEW_ROUTES: readonly ArchiveRoute[] = [
  { method: 'GET', path: '/review', handler: 'review.counts', right },
  { method: 'GET', path: '/review/records', handler: 'review.records', right },
  { method: 'GET', path: '/review/records/:id', handler: 'review.record', right },
  { method: 'POST', path: '/review/records/:id/accept', handler: 'review.accept', right },
  { method: 'POST', path: '/review/records/:id/reject', handler: 'review.reject', right },
  { method: 'POST', path: '/review/records/:id/reopen', handler: 'review.reopen', right },
  { method: 'GET', path: '/review/entities', handler: 'review.entities', right },
  { method: 'POST', path: '/review/entities', handler: 'review.reviewEntities', right },
  { method: 'GET', path: '/review/entities/:documentId/contexts', handler: 'review.contexts', right },
  { method: 'GET', path: '/review/variants', handler: 'review.variants', right },
  { method: 'GET', path: '/review/variants/:id', handler: 'review.variant', right },
  { method: 'POST', path: '/review/variants/:id', handler: 'review.decideVariant', right },
  { method: 'GET', path: '/review/undated', handler: 'review.undated', right },
  { method: 'POST', path: '/review/undated/:documentId', handler: 'review.date', right },
  { method: 'GET', path: '/review/media', handler: 'review.media', right },
];
