import type { ArchiveRoute } from '../archive-routes';

const ARTICLE = '/provenance/:documentId';

export const PROVENANCE_ROUTES: readonly ArchiveRoute[] = [
  { method: 'GET', path: ARTICLE, handler: 'provenance.article', right: 'provenance' },
  { method: 'GET', path: `${ARTICLE}/fields/:field`, handler: 'provenance.field', right: 'provenance' },
];
