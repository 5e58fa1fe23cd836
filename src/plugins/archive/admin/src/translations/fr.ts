import frame from './fr/frame.json';
import imports from './fr/imports.json';

export const messages = { ...frame, ...imports };
