import * as crypto from 'node:crypto';

import type { Value } from '../write/cell-of';

/** Twice as fast for short texts; older Node does not have it. */
const hash = (crypto as { hash?: (algorithm: string, data: string) => string }).hash;

/** SHA-256, as 64 hexadecimal digits. */
export function sha256(text: string): string {
  return hash ? hash('sha256', text) : crypto.createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Dates and numbers: shorter than their hash, and never a text that may have to be erased one day. */
const STANDS_FOR_ITSELF = /^[\d/.~?X-]{1,15}$/;
const SHORT = 16;

/** Short fingerprint of one field's value, equal for what the database cannot tell apart (null and absent). */
export function fieldHash(value: Value | undefined): string {
  if (value === null || value === undefined) return 'null';
  const text =
    value instanceof Date
      ? value.toISOString()
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value);
  return STANDS_FOR_ITSELF.test(text) ? text : sha256(text).slice(0, SHORT);
}
