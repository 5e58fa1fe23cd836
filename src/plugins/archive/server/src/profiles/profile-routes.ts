import type { ArchiveRoute } from '../archive-routes';

export const PROFILE_ROUTES: readonly ArchiveRoute[] = [
  { method: 'GET', path: '/profiles', handler: 'profiles.find', right: 'read' },
  { method: 'GET', path: '/profiles/:name', handler: 'profiles.findOne', right: 'read' },
  { method: 'POST', path: '/profiles', handler: 'profiles.save', right: 'profiles' },
  { method: 'POST', path: '/profiles/check', handler: 'profiles.check', right: 'profiles' },
];
