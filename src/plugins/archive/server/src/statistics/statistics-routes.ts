import type { ArchiveRoute } from '../archive-routes';

export const STATISTICS_ROUTES: readonly ArchiveRoute[] = [
  { method: 'GET', path: '/statistics', handler: 'statistics.find', right: 'statistics' },
];
