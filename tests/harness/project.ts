import path from 'node:path';

/** The repository's root. */
export const PROJECT = path.resolve(__dirname, '..', '..');
