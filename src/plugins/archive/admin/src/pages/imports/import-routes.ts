import type { PageRoute } from '../page-route';

export const IMPORT_ROUTES: readonly PageRoute[] = [
  {
    path: 'imports',
    right: 'read',
    label: 'imports.title',
    load: async () => (await import('./list/ImportsPage')).ImportsPage,
  },
  {
    path: 'imports/new',
    right: 'import',
    load: async () => (await import('./new/NewImportPage')).NewImportPage,
  },
  {
    path: 'imports/:id',
    right: 'read',
    load: async () => (await import('./job/JobPage')).JobPage,
  },
];
