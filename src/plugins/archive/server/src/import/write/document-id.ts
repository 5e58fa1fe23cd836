import { randomFillSync } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const ALPHABET = `${LETTERS}0123456789`;
const LENGTH = 24;

/** A new document ID in the form of Strapi's own (a letter, then 23 lower-case letters and digits). */
export function newDocumentId(): string {
  let id = randomCharacter(LETTERS);
  while (id.length < LENGTH) id += randomCharacter(ALPHABET);
  return id;
}

/** Random bytes are drawn many at a time: asking the system for each ID costs more than the ID. */
const POOL = Buffer.alloc(32 * 1024);
let used = POOL.length;

function randomCharacter(alphabet: string): string {
  const fair = 256 - (256 % alphabet.length);
  for (;;) {
    if (used === POOL.length) {
      randomFillSync(POOL);
      used = 0;
    }
    const byte = POOL[used] ?? 0;
    used += 1;
    // Bytes past the last whole multiple of the alphabet would favour its first letters.
    if (byte < fair) return alphabet.charAt(byte % alphabet.length);
  }
}
