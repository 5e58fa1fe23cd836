import { IMPORT_ROUTES } from './imports/import-routes';
import { REVIEW_ROUTES } from './review/review-routes';
import type { PageRoute } from './page-route';

/** All pages, in the order of the menu. The first that a person may see is where the archive opens. */
export const PAGE_ROUTES: readonly PageRoute[] = [...IMPORT_ROUTES, ...REVIEW_ROUTES];
