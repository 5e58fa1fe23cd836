import { IMPORT_ROUTES } from './imports/import-routes';
import { OVERVIEW_ROUTES } from './overview/overview-routes';
import type { PageRoute } from './page-route';
import { PROFILE_ROUTES } from './profiles/profile-routes';
import { REVIEW_ROUTES } from './review/review-routes';

/** All pages, in the order of the menu. The first that a person may see is where the archive opens. */
export const PAGE_ROUTES: readonly PageRoute[] = [
  ...OVERVIEW_ROUTES,
  ...IMPORT_ROUTES,
  ...REVIEW_ROUTES,
  ...PROFILE_ROUTES,
];
