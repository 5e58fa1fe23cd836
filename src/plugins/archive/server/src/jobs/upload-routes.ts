import type { ArchiveRoute } from '../archive-routes';

export const UPLOAD_ROUTES: readonly ArchiveRoute[] = [
  { method: 'POST', path: '/uploads/begin', handler: 'upload.begin', right: 'import' },
  { method: 'GET', path: '/uploads/:upload', handler: 'upload.state', right: 'import' },
  { method: 'POST', path: '/uploads/:upload/parts', handler: 'upload.take', right: 'import' },
  { method: 'GET', path: '/import-folder', handler: 'upload.folder', right: 'import' },
];
