import frame from './en/frame.json';
import imports from './en/imports.json';
import record from './en/record.json';
import review from './en/review.json';

export const messages = { ...frame, ...imports, ...record, ...review };
