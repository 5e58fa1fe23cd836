/** One route, for the admin (with the right it needs) and for the content API (where tokens have rights by action). */
export interface ArchiveRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** `controller.action`. */
  readonly handler: string;
  /** Of `access/admin-rights.ts`. */
  readonly right: string;
}

export function adminRoutes(routes: readonly ArchiveRoute[]) {
  return routes.map(({ method, path, handler, right }) => ({
    method,
    path,
    handler,
    config: {
      policies: [
        'admin::isAuthenticatedAdmin',
        { name: 'admin::hasPermissions', config: { actions: [`plugin::archive.${right}`] } },
      ],
    },
  }));
}

export function contentApiRoutes(routes: readonly ArchiveRoute[]) {
  return routes.map(({ method, path, handler }) => ({ method, path, handler, config: {} }));
}
