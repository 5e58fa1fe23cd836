import frame from './fr/frame.json';
import imports from './fr/imports.json';
import newImport from './fr/new-import.json';
import overview from './fr/overview.json';
import preview from './fr/preview.json';
import profiles from './fr/profiles.json';
import record from './fr/record.json';
import review from './fr/review.json';

export const messages = {
  ...frame,
  ...imports,
  ...newImport,
  ...overview,
  ...preview,
  ...profiles,
  ...record,
  ...review,
};
