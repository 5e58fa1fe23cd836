export const PLUGIN_ID = 'archive';

export const ARCHIVE_EVENT = 'plugin::archive.archive-event';
export const DUMP_FILE = 'plugin::archive.dump-file';
export const ERA = 'plugin::archive.era';
export const PROFILE = 'plugin::archive.profile';
export const IMPORT_JOB = 'plugin::archive.import-job';
export const IMPORTED_ENTRY = 'plugin::archive.imported-entry';
export const LEDGER_RECORD = 'plugin::archive.ledger-record';
export const RECORD_KEY = 'plugin::archive.record-key';
export const TOMBSTONE = 'plugin::archive.tombstone';

/** Types that hold millions of rows or the inside of the works: never served by GraphQL or REST as they are. */
export const HIDDEN_TYPES = [
  ARCHIVE_EVENT,
  DUMP_FILE,
  IMPORT_JOB,
  IMPORTED_ENTRY,
  LEDGER_RECORD,
  RECORD_KEY,
  PROFILE,
  TOMBSTONE,
] as const;
