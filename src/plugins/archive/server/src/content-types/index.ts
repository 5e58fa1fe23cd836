import era from './era/schema.json';
import importJob from './import-job/schema.json';
import importedArticle from './imported-article/schema.json';
import ledgerRecord from './ledger-record/schema.json';
import profile from './profile/schema.json';
import recordKey from './record-key/schema.json';

export const contentTypes = {
  era: { schema: era },
  profile: { schema: profile },
  'import-job': { schema: importJob },
  'imported-article': { schema: importedArticle },
  'ledger-record': { schema: ledgerRecord },
  'record-key': { schema: recordKey },
};
