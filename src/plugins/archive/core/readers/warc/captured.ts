import { found, type Found } from '../../evidence';
import type { WebRecord } from './web-record';

const NOWHERE = { start: 0, end: 0 };

/** A value of a record's header, which is not part of its text. */
export function fromHeader(value: string | null, rule: string): Found | null {
  return value === null || value === '' ? null : found(value, NOWHERE, rule, 1);
}

/** The address of a capture; addresses that are none of the web (`dns:`, `urn:`) do not count. */
export function addressOf({ url }: Pick<WebRecord, 'url'>, rule: string): Found | null {
  return url !== null && /^https?:/i.test(url) ? fromHeader(url, rule) : null;
}
