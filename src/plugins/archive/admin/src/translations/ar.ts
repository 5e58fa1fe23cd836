import frame from './ar/frame.json';
import imports from './ar/imports.json';
import record from './ar/record.json';
import review from './ar/review.json';

export const messages = { ...frame, ...imports, ...record, ...review };
