import { randomBytes } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const ALPHABET = `${LETTERS}0123456789`;
const LENGTH = 24;

/** A new document ID in the form of Strapi's own (a letter, then 23 lower-case letters and digits). */
export function newDocumentId(): string {
  let id = '';
  while (id.length < LENGTH) {
    for (const byte of randomBytes(LENGTH * 2)) {
      const alphabet = id === '' ? LETTERS : ALPHABET;
      // Bytes past the last whole multiple of the alphabet would favour its first letters.
      if (byte < 256 - (256 % alphabet.length)) id += alphabet[byte % alphabet.length] ?? '';
      if (id.length === LENGTH) break;
    }
  }
  return id;
}
