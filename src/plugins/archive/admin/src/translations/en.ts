import frame from './en/frame.json';
import imports from './en/imports.json';
import newImport from './en/new-import.json';
import overview from './en/overview.json';
import preview from './en/preview.json';
import profiles from './en/profiles.json';
import record from './en/record.json';
import review from './en/review.json';

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
