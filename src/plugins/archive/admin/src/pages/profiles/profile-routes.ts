import type { PageRoute } from '../page-route';

export const PROFILE_ROUTES: readonly PageRoute[] = [
  {
    path: 'profiles',
    right: 'read',
    label: 'profiles.title',
    load: async () => (await import('./ProfilesPage')).ProfilesPage,
  },
  {
    path: 'profiles/learn',
    right: 'profiles',
    load: async () => (await import('./LearnProfilePage')).LearnProfilePage,
  },
  {
    path: 'profiles/:name',
    right: 'read',
    load: async () => (await import('./ProfilePage')).ProfilePage,
  },
];
