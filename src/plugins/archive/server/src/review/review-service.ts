import type { Core, UID } from '@strapi/strapi';
import type { Knex } from 'knex';

import {
  CORRECTABLE_FIELDS,
  type CorrectableField,
  type Corrections,
} from '../../../core/draft/correct-draft';
import type {
  DecidedRecord,
  MissingMedia,
  NameInContext,
  OpenedRecord,
  OpenedVariant,
  QuarantinedRecord,
  ReviewCounts,
  ReviewPage,
  SuggestedEntity,
  UndatedArticle,
  VariantPair,
} from '../../../shared/review-api';
import { answerRefusals } from '../answer-refusals';
import { underWriteLock } from '../documents/lock-before-writing';
import type { EntityService } from '../entities/entity-service';
import { actorOfRequest } from '../events/actor';
import { loadedPlan } from '../import/plan/loaded-plan';
import type { WritePlan } from '../import/plan/write-plan';
import { PLUGIN_ID } from '../plugin-id';
import { Refusal } from '../refusal';
import { indexQueued } from '../search/search-index';
import { vaultOfSite } from '../vault/vault-of-site';
import { dateArticle, type DateWish } from './date-article';
import { acceptRecord, rejectRecord, reopenRecord, type Deciding } from './decide-record';
import { decideVariant, type VariantDecision } from './decide-variant';
import { ledgerRowToReview, mustWait } from './ledger-row-to-review';
import { countMissingMedia, missingMediaPage } from './missing-media';
import { namesInContext } from './names-in-context';
import type { PageWish } from './page-of';
import { countSuggested, suggestedPage } from './suggested-entities';
import { countUndated, undatedPage } from './undated-articles';
import { understandRecord } from './understand-record';
import { countVariants, openVariant, variantsPage } from './variant-pairs';
import { countWaitingRecords, waitingRecordsPage } from './waiting-records';

export type EntityReview = 'suggested' | 'confirmed' | 'rejected';

/** What waits for a person, and what that person decides. */
export interface ReviewService {
  counts(): Promise<ReviewCounts>;
  records(wish: PageWish & { readonly job: number | null }): Promise<ReviewPage<QuarantinedRecord>>;
  record(id: number): Promise<OpenedRecord>;
  accept(id: number, fields: Corrections): Promise<DecidedRecord>;
  reject(id: number, reason: string): Promise<DecidedRecord>;
  /** Undoes either. */
  reopen(id: number): Promise<DecidedRecord>;
  entities(wish: PageWish): Promise<ReviewPage<SuggestedEntity>>;
  contexts(documentId: string): Promise<NameInContext[]>;
  reviewEntities(documentIds: readonly string[], state: EntityReview): Promise<void>;
  variants(wish: PageWish): Promise<ReviewPage<VariantPair>>;
  variant(id: number): Promise<OpenedVariant>;
  decideVariant(id: number, decision: VariantDecision): Promise<OpenedVariant>;
  undated(wish: PageWish): Promise<ReviewPage<UndatedArticle>>;
  date(wish: DateWish): Promise<void>;
  media(wish: PageWish): Promise<ReviewPage<MissingMedia>>;
}

const SAMPLES = 5;

export function createReviewService({ strapi }: { strapi: Core.Strapi }): ReviewService {
  const knex = strapi.db.connection;
  const plan = () => loadedPlan(strapi);
  const entities = (): EntityService => strapi.plugin(PLUGIN_ID).service('entity');
  const siteOf = (site: WritePlan) => ({ knex, plan: site, vault: vaultOfSite(site, strapi.dirs.app.root) });
  const decide = async <Result>(work: (deciding: Deciding) => Promise<Result>): Promise<Result> => {
    const site = await plan();
    const actor = actorOfRequest(strapi);
    return answerRefusals(() =>
      underWriteLock(strapi, async (trx: Knex.Transaction) => {
        const result = await work({ trx, plan: site, actor, now: new Date() });
        if (site.search) await indexQueued(trx, site.search);
        return result;
      }),
    );
  };

  const service: ReviewService = {
    async counts() {
      const site = await plan();
      const [records, suggested, variants, undated, media, merges] = await Promise.all([
        countWaitingRecords(knex, site),
        countSuggested(knex, site),
        countVariants(knex, site),
        countUndated(knex, site),
        countMissingMedia(knex, site),
        entities().queue(0, null),
      ]);
      return { records, merges: merges.total, entities: suggested, variants, undated, media };
    },
    records: async (wish) => waitingRecordsPage(knex, await plan(), wish),
    async record(id) {
      const site = await plan();
      return answerRefusals(async () => {
        const row = await ledgerRowToReview(knex, site, id);
        const { issues, decision, target } = row;
        const about = { ...row.record, issues, decision, target };
        const read = await understandRecord(siteOf(site), row, {});
        if (!read.found) return { ...about, record: null, why: read.why };
        const { text, characters, draft } = read;
        const fields = Object.fromEntries(CORRECTABLE_FIELDS.map((name) => [name, draft.article[name]]));
        const record = {
          text,
          characters,
          fields: fields as Record<CorrectableField, string | null>,
          evidence: draft.evidence,
          source: draft.source.name,
          era: draft.era.name,
          profile: draft.profile?.name ?? null,
        };
        return { ...about, issues: issues.length > 0 ? issues : draft.issues, record, why: null };
      });
    },
    async accept(id, fields) {
      const site = await plan();
      // Reading takes a while: it is done before the write lock is taken, and what it rests on is looked at again then.
      const read = await answerRefusals(async () => {
        const row = await ledgerRowToReview(knex, site, id);
        mustWait(row);
        const answer = await understandRecord(siteOf(site), row, fields);
        if (!answer.found) throw new Refusal('invalid', `The record cannot be read again. ${answer.why}`);
        return answer;
      });
      return decide((deciding) => acceptRecord(deciding, id, read.parsed, fields));
    },
    reject: (id, reason) => decide((deciding) => rejectRecord(deciding, id, reason)),
    reopen: (id) => decide((deciding) => reopenRecord(deciding, id)),
    entities: async (wish) => suggestedPage(knex, await plan(), wish),
    contexts: async (documentId) => namesInContext(knex, await plan(), documentId, SAMPLES),
    async reviewEntities(documentIds, state) {
      const { entity } = (await plan()).content;
      const attribute = entity?.attributes.reviewState;
      if (!entity || !attribute) return;
      for (const documentId of documentIds) {
        // Through the Document Service, so that what follows from the decision follows.
        await strapi
          .documents(entity.uid as UID.ContentType)
          .update({ documentId, data: { [attribute]: state } as never });
      }
    },
    variants: async (wish) => variantsPage(knex, await plan(), wish),
    variant: async (id) => answerRefusals(async () => openVariant(knex, await plan(), id)),
    async decideVariant(id, decision) {
      await decide(({ trx, plan: site, ...by }) => decideVariant(trx, site, id, decision, by));
      return service.variant(id);
    },
    undated: async (wish) => undatedPage(knex, await plan(), wish),
    date: (wish) => decide(({ trx, plan: site, ...by }) => dateArticle(trx, site, wish, by)),
    media: async (wish) => missingMediaPage(knex, await plan(), wish),
  };
  return service;
}
