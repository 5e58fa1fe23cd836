import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';

import type { Profile } from '../../../core/profiles/profile';
import type { Inspection, LearnedAnswer, Preview } from '../../../shared/inspection-api';
import { DEFAULT_MAX_RECORD_BYTES } from '../import/input/limits';
import type { ParseSettings } from '../import/input/parse-task';
import { loadedPlan } from '../import/plan/loaded-plan';
import { loadGazetteer } from '../import/resolve/load-gazetteer';
import { dumpPaths } from '../jobs/dump-paths';
import { checkedProfile } from '../profiles/checked-profile';
import { newestProfiles, storedProfiles } from '../profiles/newest-profiles';
import type { InspectOrder } from './carry-out';
import { inspectInWorker } from './inspect-in-worker';
import type { InspectBody, LearnBody, PreviewBody } from './inspection-requests';

/** Looks into dumps before they are imported. Nothing is written. */
export interface InspectionService {
  inspect(request: InspectBody): Promise<Inspection>;
  preview(request: PreviewBody): Promise<Preview>;
  learn(request: LearnBody): Promise<LearnedAnswer>;
}

export function createInspectionService({ strapi }: { strapi: Core.Strapi }): InspectionService {
  const settingsFor = async (request: InspectBody, draft: Profile | null): Promise<ParseSettings> => {
    const knex = strapi.db.connection;
    const plan = await loadedPlan(strapi);
    const profiles = newestProfiles(await storedProfiles(knex, plan));
    const named = profiles.find((one) => one.name === request.profile) ?? null;
    if (request.profile !== undefined && !named) {
      throw new errors.ValidationError(`There is no profile called "${request.profile}".`);
    }
    return {
      profiles,
      profile: draft ?? named,
      encoding: request.encoding ?? null,
      separator: request.separator ?? null,
      maxRecordBytes: DEFAULT_MAX_RECORD_BYTES,
      gazetteer: await loadGazetteer(knex, plan),
      target: null,
    };
  };
  const look = async <Value>(order: InspectOrder): Promise<Value> => {
    const answer = await inspectInWorker(order);
    if (!answer.ok) throw new errors.ValidationError(answer.why);
    return answer.value as Value;
  };
  return {
    async inspect(request) {
      const settings = await settingsFor(request, null);
      return look<Inspection>({ ask: 'inspect', paths: await dumpPaths(strapi, request), settings });
    },
    async preview({ place, draftProfile, ...request }) {
      const draft = draftProfile === undefined ? null : checkedProfile(draftProfile);
      const settings = await settingsFor(request, draft);
      return look<Preview>({ ask: 'preview', place, paths: await dumpPaths(strapi, request), settings });
    },
    async learn({ name, ...request }) {
      const settings = { ...(await settingsFor(request, null)), profiles: [] };
      return look<LearnedAnswer>({ ask: 'learn', name, paths: await dumpPaths(strapi, request), settings });
    },
  };
}
