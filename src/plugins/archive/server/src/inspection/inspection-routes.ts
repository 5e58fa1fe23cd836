import type { ArchiveRoute } from '../archive-routes';

export const INSPECTION_ROUTES: readonly ArchiveRoute[] = [
  { method: 'POST', path: '/inspections', handler: 'inspection.inspect', right: 'import' },
  { method: 'POST', path: '/previews', handler: 'inspection.preview', right: 'import' },
  { method: 'POST', path: '/profiles/learn', handler: 'inspection.learn', right: 'profiles' },
];
