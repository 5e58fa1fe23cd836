import type { ArchiveRoute } from '../archive-routes';

const right = 'entities';

export const ENTITY_ROUTES: readonly ArchiveRoute[] = [
  { method: 'GET', path: '/entities/merges', handler: 'entity.queue', right },
  { method: 'GET', path: '/entities/:id', handler: 'entity.page', right },
  { method: 'POST', path: '/entities/:id/merge', handler: 'entity.merge', right },
  { method: 'POST', path: '/entities/:id/unmerge', handler: 'entity.unmerge', right },
  { method: 'POST', path: '/entities/:id/split', handler: 'entity.split', right },
  { method: 'POST', path: '/entities/:id/keep-apart', handler: 'entity.keepApart', right },
  { method: 'POST', path: '/entities/:id/forget-apart', handler: 'entity.forgetApart', right },
];
