import { randomInt } from 'node:crypto';

/** After all other letters, so that new IDs come at the end of an index, where a page is filled before the next. */
const FIRST = 'z';
/** Digits of base 36; with the letter 24, as many as Strapi's own IDs have. */
const TIME = 9;
const PROCESS = 6;
const COUNT = 8;

/**
 * Makes document IDs in the form of Strapi's own (a letter, then 23 lower-case letters and digits) that ascend: time
 * of the first one, a random number, a counter. Random IDs scatter the rows of one import over all pages of every
 * index that holds them; ascending ones lie side by side, as with UUIDv7 (RFC 9562).
 */
function idsFrom(milliseconds: number): () => string {
  const start = FIRST + base36(milliseconds, TIME) + base36(randomInt(36 ** PROCESS), PROCESS);
  let count = 0;
  return () => {
    count += 1;
    return start + base36(count, COUNT);
  };
}

function base36(value: number, digits: number): string {
  return value.toString(36).padStart(digits, '0');
}

/** A new document ID, greater than all that this process made before. */
export const newDocumentId = idsFrom(Date.now());
