import type { PageRoute } from '../page-route';

export const OVERVIEW_ROUTES: readonly PageRoute[] = [
  {
    path: 'overview',
    right: 'statistics',
    label: 'overview.title',
    load: async () => (await import('./OverviewPage')).OverviewPage,
  },
];
