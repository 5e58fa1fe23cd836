import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';

import { resumptionToken, type Harvest } from '../../../core/oai/harvest';
import {
  formatsElement,
  identifyElement,
  recordsElement,
  setsElement,
  type OaiRecord,
} from '../../../core/oai/oai-answer';
import type { OaiFault } from '../../../core/oai/oai-fault';
import type { OaiRequest } from '../../../core/oai/oai-request';
import { readConfig } from '../config/read-config';
import { describeType } from '../import/plan/describe-types';
import { PLUGIN_ID, TOMBSTONE } from '../plugin-id';
import { archiveUrl } from '../standards/article-uri';
import { citableReader } from '../standards/citable-articles';
import { articleSets } from './article-sets';
import { hostOfSite, readRecordIdentifier, recordIdentifier } from './record-identifier';
import { earliestChange, recordRow, recordRows, type RecordRow, type RecordTables } from './records';

const RECORDS_AN_ANSWER = 100;
const NOWHERE: OaiFault = { fault: 'idDoesNotExist', message: 'There is no such record.' };

/** Answers harvesters of OAI-PMH 2.0 with what is published, and with what was taken down. */
export interface OaiService {
  /** The content of the answer, or what is wrong with the request. */
  answer(request: OaiRequest): Promise<string | OaiFault>;
}

export function createOaiService({ strapi }: { strapi: Core.Strapi }): OaiService {
  const host = hostOfSite(strapi);

  const tables = (): RecordTables => {
    const citable = citableReader(strapi);
    const target = readConfig(strapi.config.get(`plugin::${PLUGIN_ID}`)).content.article;
    if (!citable || !target) throw new errors.NotFoundError('This site has no article type to harvest.');
    const sets = articleSets(strapi, citable.type, target);
    return { knex: strapi.db.connection, citable, tombstones: describeType(strapi, TOMBSTONE), sets };
  };

  const identify = async (): Promise<string> => {
    const { name, adminEmail } = readConfig(strapi.config.get(`plugin::${PLUGIN_ID}`)).repository;
    return identifyElement({
      name,
      host,
      baseUrl: `${archiveUrl(strapi)}/oai`,
      adminEmail: adminEmail ?? `postmaster@${host}`,
      earliest: (await earliestChange(tables())) ?? 0,
      sampleIdentifier: recordIdentifier(host, 'hq3x6ydn0m2a8v5kcw1rtb7e', 'en'),
    });
  };

  const find = async (identifier: string): Promise<RecordRow | null> => {
    const name = readRecordIdentifier(host, identifier);
    return name === null ? null : recordRow(tables(), name.documentId, name.locale);
  };

  const recordsOf = async (rows: readonly RecordRow[], whole: boolean): Promise<OaiRecord[]> => {
    const { citable, sets } = tables();
    const live = rows.filter(({ part }) => part === 'live');
    const specs = await sets.specsOf(live.map(({ id }) => id));
    const articles = whole ? await citable.articles(live) : [];
    const byName = new Map(
      articles.map((one) => [recordIdentifier(host, one.documentId, one.language), one]),
    );
    return rows.map(({ part, id, time, documentId, locale }) => {
      const identifier = recordIdentifier(host, documentId, locale);
      const isDeleted = part === 'deleted' || (whole && !byName.has(identifier));
      return {
        identifier,
        changed: time,
        isDeleted,
        sets: isDeleted ? [] : (specs.get(id) ?? []),
        article: byName.get(identifier) ?? null,
      };
    });
  };

  const harvested = async (
    verb: 'ListIdentifiers' | 'ListRecords',
    harvest: Harvest,
  ): Promise<string | OaiFault> => {
    const rows = await recordRows(tables(), harvest, RECORDS_AN_ANSWER + 1);
    if (rows.length === 0 && harvest.after === null) {
      return { fault: 'noRecordsMatch', message: 'Nothing changed in that time, or the set is empty.' };
    }
    const page = rows.slice(0, RECORDS_AN_ANSWER);
    const last = page.at(-1);
    const isWhole = rows.length === page.length;
    const end = harvest.after === null ? null : '';
    const token = isWhole || !last ? end : resumptionToken(harvest, last);
    return recordsElement(verb, await recordsOf(page, verb === 'ListRecords'), harvest.prefix, token);
  };

  return {
    async answer(request) {
      switch (request.verb) {
        case 'Identify':
          return identify();
        case 'ListMetadataFormats': {
          const isKnown = request.identifier === null || (await find(request.identifier)) !== null;
          return isKnown ? formatsElement() : NOWHERE;
        }
        case 'ListSets':
          return setsElement(await tables().sets.list());
        case 'GetRecord': {
          const row = await find(request.identifier);
          if (row === null) return NOWHERE;
          return recordsElement(request.verb, await recordsOf([row], true), request.prefix, null);
        }
        case 'ListIdentifiers':
        case 'ListRecords':
          return harvested(request.verb, request.harvest);
      }
    },
  };
}
