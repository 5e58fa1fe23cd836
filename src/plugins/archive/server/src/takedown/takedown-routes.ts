import type { ArchiveRoute } from '../archive-routes';

const ARTICLE = '/articles/:documentId';

export const TAKEDOWN_ROUTES: readonly ArchiveRoute[] = [
  { method: 'POST', path: `${ARTICLE}/withdraw`, handler: 'takedown.withdraw', right: 'withdraw' },
  { method: 'POST', path: `${ARTICLE}/restore`, handler: 'takedown.restore', right: 'withdraw' },
  { method: 'POST', path: `${ARTICLE}/erase`, handler: 'takedown.erase', right: 'erase' },
];
