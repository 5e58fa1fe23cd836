import era from './era/schema.json';
import importJob from './import-job/schema.json';
import ledgerRecord from './ledger-record/schema.json';
import profile from './profile/schema.json';
import recordKey from './record-key/schema.json';

export const contentTypes = {
  era: { schema: era },
  profile: { schema: profile },
  'import-job': { schema: importJob },
  'ledger-record': { schema: ledgerRecord },
  'record-key': { schema: recordKey },
};
