import frame from './ar/frame.json';
import imports from './ar/imports.json';

export const messages = { ...frame, ...imports };
