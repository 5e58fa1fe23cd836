import frame from './fr/frame.json';
import imports from './fr/imports.json';
import record from './fr/record.json';
import review from './fr/review.json';

export const messages = { ...frame, ...imports, ...record, ...review };
