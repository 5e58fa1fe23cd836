import { bootstrap } from './bootstrap';
import { config } from './config';
import { contentTypes } from './content-types';
import { adminRoutes, contentApiRoutes, type ArchiveRoute } from './archive-routes';
import { createEntityController } from './entities/entity-controller';
import { ENTITY_ROUTES } from './entities/entity-routes';
import { createEntityService } from './entities/entity-service';
import { eraRoutes, eraController, eraService } from './era';
import { createEventController } from './events/event-controller';
import { EVENT_ROUTES } from './events/event-routes';
import { createEventService } from './events/event-service';
import { createInspectionController } from './inspection/inspection-controller';
import { INSPECTION_ROUTES } from './inspection/inspection-routes';
import { createInspectionService } from './inspection/inspection-service';
import { createJobController } from './jobs/job-controller';
import { adminJobRoutes, contentApiJobRoutes } from './jobs/job-routes';
import { createJobService } from './jobs/job-service';
import { createUploadController } from './jobs/upload-controller';
import { UPLOAD_ROUTES } from './jobs/upload-routes';
import { createProfileController } from './profiles/profile-controller';
import { PROFILE_ROUTES } from './profiles/profile-routes';
import { createProfileService } from './profiles/profile-service';
import { destroy } from './destroy';
import { createOaiController, oaiRoutes } from './oai/oai-controller';
import { createOaiService } from './oai/oai-service';
import { createSearchController, searchRoutes } from './search/search-controller';
import { createSearchService } from './search/search-service';
import { createProvenanceController } from './provenance/provenance-controller';
import { PROVENANCE_ROUTES } from './provenance/provenance-routes';
import { createProvenanceService } from './provenance/provenance-service';
import { createResolverController } from './resolver/resolver-controller';
import { RESOLVER_ROUTES } from './resolver/resolver-routes';
import { createResolverService } from './resolver/resolver-service';
import { createReconciliationController } from './reconciliation/reconciliation-controller';
import { reconciliationRoutes } from './reconciliation/reconciliation-routes';
import { createReconciliationService } from './reconciliation/reconciliation-service';
import { register } from './register';
import { createStatisticsController } from './statistics/statistics-controller';
import { STATISTICS_ROUTES } from './statistics/statistics-routes';
import { createStatisticsService } from './statistics/statistics-service';
import { createReviewController } from './review/review-controller';
import { REVIEW_ROUTES } from './review/review-routes';
import { createReviewService } from './review/review-service';
import { citationRoutes, createCitationController } from './standards/citation-controller';
import { createFeedController, feedRoutes } from './standards/feed-controller';
import { createSitemapController, sitemapRoutes } from './standards/sitemap-controller';
import { createTakedownController } from './takedown/takedown-controller';
import { TAKEDOWN_ROUTES } from './takedown/takedown-routes';
import { createTakedownService } from './takedown/takedown-service';

const ROUTES: readonly ArchiveRoute[] = [
  ...ENTITY_ROUTES,
  ...EVENT_ROUTES,
  ...INSPECTION_ROUTES,
  ...PROFILE_ROUTES,
  ...UPLOAD_ROUTES,
  ...PROVENANCE_ROUTES,
  ...RESOLVER_ROUTES,
  ...STATISTICS_ROUTES,
  ...REVIEW_ROUTES,
  ...TAKEDOWN_ROUTES,
];

export default {
  register,
  bootstrap,
  destroy,
  config,
  contentTypes,
  controllers: {
    citation: createCitationController,
    entity: createEntityController,
    era: eraController,
    event: createEventController,
    feed: createFeedController,
    inspection: createInspectionController,
    job: createJobController,
    profiles: createProfileController,
    upload: createUploadController,
    oai: createOaiController,
    search: createSearchController,
    provenance: createProvenanceController,
    reconciliation: createReconciliationController,
    resolver: createResolverController,
    sitemap: createSitemapController,
    statistics: createStatisticsController,
    review: createReviewController,
    takedown: createTakedownController,
  },
  services: {
    entity: createEntityService,
    era: eraService,
    event: createEventService,
    inspection: createInspectionService,
    job: createJobService,
    profiles: createProfileService,
    oai: createOaiService,
    search: createSearchService,
    provenance: createProvenanceService,
    reconciliation: createReconciliationService,
    resolver: createResolverService,
    statistics: createStatisticsService,
    review: createReviewService,
    takedown: createTakedownService,
  },
  routes: {
    admin: { type: 'admin' as const, routes: [...adminJobRoutes, ...adminRoutes(ROUTES)] },
    'content-api': {
      type: 'content-api' as const,
      routes: [
        ...eraRoutes,
        ...searchRoutes,
        ...citationRoutes,
        ...feedRoutes,
        ...reconciliationRoutes,
        ...oaiRoutes,
        ...sitemapRoutes,
        ...contentApiJobRoutes,
        ...contentApiRoutes(ROUTES),
      ],
    },
  },
};
