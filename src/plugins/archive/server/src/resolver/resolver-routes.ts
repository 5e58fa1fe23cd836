import type { ArchiveRoute } from '../archive-routes';

export const RESOLVER_ROUTES: readonly ArchiveRoute[] = [
  { method: 'GET', path: '/resolve', handler: 'resolver.resolve', right: 'read' },
];
