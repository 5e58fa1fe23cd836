import type { PageRoute } from '../page-route';

export const IMPORT_ROUTES: readonly PageRoute[] = [
  {
    path: 'imports',
    right: 'read',
    label: 'imports.title',
    load: async () => (await import('./ImportsPage')).ImportsPage,
  },
];
