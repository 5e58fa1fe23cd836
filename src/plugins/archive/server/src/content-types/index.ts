import archiveEvent from './archive-event/schema.json';
import dumpFile from './dump-file/schema.json';
import era from './era/schema.json';
import importJob from './import-job/schema.json';
import importedEntry from './imported-entry/schema.json';
import ledgerRecord from './ledger-record/schema.json';
import profile from './profile/schema.json';
import recordKey from './record-key/schema.json';
import tombstone from './tombstone/schema.json';

export const contentTypes = {
  'archive-event': { schema: archiveEvent },
  'dump-file': { schema: dumpFile },
  era: { schema: era },
  'import-job': { schema: importJob },
  'imported-entry': { schema: importedEntry },
  'ledger-record': { schema: ledgerRecord },
  profile: { schema: profile },
  'record-key': { schema: recordKey },
  tombstone: { schema: tombstone },
};
