/** One route, for the admin (with the right it needs) and for the content API (where tokens have rights by action). */
interface JobRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly action: string;
  readonly right: string;
}

const ROUTES: readonly JobRoute[] = [
  { method: 'GET', path: '/jobs', action: 'find', right: 'read' },
  { method: 'POST', path: '/jobs', action: 'start', right: 'import' },
  { method: 'GET', path: '/jobs/:id', action: 'findOne', right: 'read' },
  { method: 'GET', path: '/jobs/:id/ledger', action: 'ledger', right: 'read' },
  { method: 'GET', path: '/jobs/:id/reasons', action: 'reasons', right: 'read' },
  { method: 'POST', path: '/jobs/:id/pause', action: 'pause', right: 'import' },
  { method: 'POST', path: '/jobs/:id/cancel', action: 'cancel', right: 'import' },
  { method: 'POST', path: '/jobs/:id/resume', action: 'resume', right: 'import' },
  { method: 'POST', path: '/jobs/:id/retry', action: 'retry', right: 'import' },
  { method: 'POST', path: '/jobs/:id/rollback', action: 'rollback', right: 'rollback' },
  { method: 'POST', path: '/uploads', action: 'upload', right: 'import' },
];

export const adminJobRoutes = ROUTES.map(({ method, path, action, right }) => ({
  method,
  path,
  handler: `job.${action}`,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [`plugin::archive.${right}`] } },
    ],
  },
}));

export const contentApiJobRoutes = ROUTES.map(({ method, path, action }) => ({
  method,
  path,
  handler: `job.${action}`,
  config: {},
}));
