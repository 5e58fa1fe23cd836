import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import type { EvidenceView, FieldProvenance, ProvenanceView } from '../../../shared/provenance-api';
import { loadedPlan } from '../import/plan/loaded-plan';
import { typeOf, type WritePlan } from '../import/plan/write-plan';
import { vaultOfSite } from '../vault/vault-of-site';
import { articleHistory, jobsOf, type LedgerRow } from './article-history';
import { dumpFilesOf, fileKey } from './dump-files-of';
import { editedFields } from './edited-fields';
import { excerptOf } from './excerpt-of';
import { evidenceKey, originOf } from './field-origin';
import { importView } from './import-view';

/** Where the articles come from, and each of their fields. */
export interface ProvenanceService {
  /** Every import of an article and the evidence that each field rests on, without any text of the dump. */
  article(documentId: string, locale: string | null): Promise<ProvenanceView>;
  /** One field, with the excerpt of the dump that it was taken from. */
  field(documentId: string, locale: string | null, field: string): Promise<FieldProvenance>;
}

export function createProvenanceService({ strapi }: { strapi: Core.Strapi }): ProvenanceService {
  const knex = strapi.db.connection;

  const recall = async (documentId: string, locale: string | null) => {
    const plan = await loadedPlan(strapi);
    const rows = await articleHistory(knex, plan, documentId, locale);
    if (rows.length === 0) {
      const language = locale === null ? '' : ` in the locale "${locale}"`;
      throw new errors.NotFoundError(`No import wrote an article ${documentId}${language}.`);
    }
    const files = await dumpFilesOf(knex, plan, rows);
    const jobs = await jobsOf(
      knex,
      plan,
      rows.map((row) => row.job),
    );
    const edited = await editedFields(knex, plan, documentId, rows[0]?.locale ?? null);
    const filesOf = (row: LedgerRow) => files.get(fileKey(row)) ?? [];
    const view = (row: LedgerRow) =>
      importView(row, filesOf(row)[0], jobs.get(row.job)?.importerVersion ?? null);
    const field = (name: string) => {
      const row = originOf(rows, name);
      const evidence = row?.evidence?.[evidenceKey(plan, name)] ?? null;
      const state: FieldProvenance['state'] = edited.has(name) ? 'edited' : row ? 'imported' : 'unknown';
      return { row, evidence, state };
    };
    return { plan, rows, filesOf, jobs, view, field };
  };

  return {
    async article(documentId, locale) {
      const { plan, rows, view, field } = await recall(documentId, locale);
      const fields = attributesOf(plan).flatMap((name) => {
        const { row, evidence, state } = field(name);
        return evidence === null && state !== 'edited'
          ? []
          : [{ field: name, state, import: row?.id ?? null, evidence }];
      });
      const dates = datesConsidered(originOf(rows, 'dateEdtf'));
      return { documentId, locale, imports: rows.map(view), fields, dates };
    },

    async field(documentId, locale, name) {
      const { plan, rows, filesOf, jobs, view, field } = await recall(documentId, locale);
      const { row, evidence, state } = field(name);
      const dates = name.startsWith('date') ? datesConsidered(row) : [];
      const about = { documentId, locale, field: name, state, evidence, dates };
      if (!row || evidence === null) {
        return {
          ...about,
          import: row ? view(row) : null,
          excerpt: null,
          why: rows.some(({ reason }) => reason === 'erased') ? ERASED : WHY_NOT[state],
        };
      }
      const source = {
        row,
        files: filesOf(row),
        options: jobs.get(row.job)?.options,
        vault: vaultOfSite(plan, strapi.dirs.app.root),
      };
      return { ...about, import: view(row), ...(await excerptOf(source, evidence)) };
    },
  };
}

const ERASED = 'The article was erased: its text is not shown any more.';

const WHY_NOT: Readonly<Record<FieldProvenance['state'], string>> = {
  imported: 'The import noted no place for it.',
  edited: 'A person wrote it.',
  unknown: 'No import wrote it.',
};

function attributesOf(plan: WritePlan): string[] {
  const type = typeOf(plan, plan.content.article?.uid ?? '');
  return [...Object.keys(type.columns), ...Object.keys(type.links)];
}

/** All dates that an import considered, the winner first. */
function datesConsidered(row: LedgerRow | null): EvidenceView[] {
  return Object.entries(row?.evidence ?? {})
    .filter(([key]) => /^date\.\d+$/.test(key))
    .sort(([one], [other]) => Number(one.slice(5)) - Number(other.slice(5)))
    .map(([, candidate]) => candidate);
}
