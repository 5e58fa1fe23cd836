import type { PageRoute } from '../page-route';

const load = async () => (await import('./ReviewPage')).ReviewPage;

export const REVIEW_ROUTES: readonly PageRoute[] = [
  { path: 'review', right: 'review', label: 'review.title', load },
  { path: 'review/:queue', right: 'review', load },
];
