import type { ArchiveRoute } from '../archive-routes';

export const EVENT_ROUTES: readonly ArchiveRoute[] = [
  { method: 'GET', path: '/events', handler: 'event.find', right: 'read' },
];
