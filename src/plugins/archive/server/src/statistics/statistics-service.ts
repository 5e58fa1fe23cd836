import type { Core } from '@strapi/strapi';

import type { StatisticsView } from '../../../shared/statistics-api';
import { loadedPlan } from '../import/plan/loaded-plan';
import { keptWhileDear, type Clock } from './kept-while-dear';
import { readStatistics } from './read-statistics';

/** How many articles there are, and how well they are dated: for the admin and the API. */
export interface StatisticsService {
  read(): Promise<StatisticsView>;
}

export function createStatisticsService({ strapi }: { strapi: Core.Strapi }): StatisticsService {
  const clock: Clock = () => Date.now();
  const kept = keptWhileDear(clock, async () =>
    readStatistics(strapi.db.connection, await loadedPlan(strapi), new Date()),
  );
  return { read: () => kept() };
}
