import { DATE_BASES } from '../../../core/draft-article';
import { ERA } from '../plugin-id';

/**
 * The archive-era metadata that every opted-in content type receives, flat so that each column can be indexed.
 * `era` has no inverse side on purpose: it would list every article of an archive (docs/data-model.md).
 */
export const ARCHIVE_ATTRIBUTES = {
  era: { type: 'relation', relation: 'manyToOne', target: ERA },
  legacyId: { type: 'string', maxLength: 255 },
  legacyUrl: { type: 'text' },
  dumpPath: { type: 'text' },
  dateText: { type: 'string', maxLength: 255 },
  // The admin's input explains what it understood (admin/src/content-manager/EdtfInput.tsx).
  dateEdtf: { type: 'string', maxLength: 100, customField: 'plugin::archive.edtf' },
  dateEarliest: { type: 'date' },
  dateLatest: { type: 'date' },
  dateBasis: { type: 'enumeration', enum: [...DATE_BASES] },
  // The importer's own marks: neither for editors nor for readers.
  contentHash: { type: 'string', maxLength: 64, private: true, visible: false },
  importJob: { type: 'integer', private: true, visible: false },
  rights: { type: 'string', maxLength: 500 },
  // Set and cleared by a take-down alone (../takedown/): no form and no request may write them.
  withdrawnAt: { type: 'datetime', writable: false, visible: false },
  withdrawnReason: { type: 'string', maxLength: 500, writable: false, visible: false },
} as const;
