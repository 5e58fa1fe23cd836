import frame from './ar/frame.json';
import imports from './ar/imports.json';
import newImport from './ar/new-import.json';
import overview from './ar/overview.json';
import preview from './ar/preview.json';
import profiles from './ar/profiles.json';
import record from './ar/record.json';
import review from './ar/review.json';

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
