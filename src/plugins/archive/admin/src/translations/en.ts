import frame from './en/frame.json';
import imports from './en/imports.json';

export const messages = { ...frame, ...imports };
