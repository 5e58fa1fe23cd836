import iconv from 'iconv-lite';
import { sequenceAt } from './utf-8-scan';

/** What a mis-read sequence stands for; `other` is never mojibake of a newspaper. */
export type SequenceKind = 'latin' | 'symbol' | 'mark' | 'script' | 'other';

/** Two to four characters that, as windows-1252 bytes, are one UTF-8 character: `Ã©` is `é`. */
export interface Sequence {
  readonly start: number;
  readonly end: number;
  readonly character: string;
  readonly kind: SequenceKind;
  /** Unicode script for `script`, else empty. */
  readonly script: string;
}

/** windows-1252 byte of each character above ASCII; the five undefined bytes stand for themselves, as in WHATWG. */
const BYTE_OF: ReadonlyMap<number, number> = new Map(
  Array.from({ length: 128 }, (_, index): readonly [number, number] => {
    const byte = 0x80 + index;
    const code = iconv.decode(Uint8Array.of(byte), 'windows-1252').charCodeAt(0);
    return [code === 0xfffd ? byte : code, byte];
  }),
);

/** The byte that windows-1252 (or Latin-1, for C1 controls) read as this UTF-16 unit; null for any other. */
export function misreadByteOf(code: number): number | null {
  if (code < 0x80) return null;
  return BYTE_OF.get(code) ?? (code < 0xa0 ? code : null);
}

const UTF_8 = new TextDecoder('utf-8', { ignoreBOM: true });
const LEAST_LEAD = 0xc2;
const GREATEST_LEAD = 0xf4;

/** The sequence that starts at `at` of the text, or null. */
export function mojibakeAt(text: string, at: number): Sequence | null {
  const lead = text.charCodeAt(at);
  if (!(lead >= LEAST_LEAD && lead <= GREATEST_LEAD)) return null;
  if (misreadByteOf(text.charCodeAt(at + 1)) === null) return null;
  const bytes = [lead];
  for (let next = at + 1; next < at + 4 && next < text.length; next++) {
    const byte = misreadByteOf(text.charCodeAt(next));
    if (byte === null || byte > 0xbf) break;
    bytes.push(byte);
  }
  const { length, whole } = sequenceAt(Uint8Array.from(bytes), 0);
  if (!whole || length < 2) return null;
  const character = UTF_8.decode(Uint8Array.from(bytes.slice(0, length)));
  const script = scriptOf(character);
  return { start: at, end: at + length, character, kind: kindOf(character, script), script };
}

function kindOf(character: string, script: string): SequenceKind {
  if (/[\u00a0-\u00bf]/.test(character)) return 'symbol';
  if (/[\u00c0-\u017f\u0218-\u021b]/.test(character)) return 'latin';
  if (MARKS.test(character)) return 'mark';
  return script === '' ? 'other' : 'script';
}

/** Typographic marks, currency, small digits, arrows and emoji: three such mis-read characters never meet in real words. */
const MARKS =
  /[\u2009\u200b-\u200f\u2010-\u2027\u202f\u2030-\u203a\u2070-\u209c\u20a0-\u20bf\u2116\u2122\u2190-\u22ff\u2460-\u27bf\u2900-\u2bff\ufeff\u{1f000}-\u{1faff}]/u;

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['arabic', /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]/],
  ['hebrew', /[\u05b0-\u05f4]/],
  ['cyrillic', /[\u0400-\u04ff]/],
  ['greek', /[\u0384-\u03ff]/],
  ['vietnamese', /[\u1ea0-\u1ef9]/],
  ['indic', /[\u0900-\u0dff]/],
  ['thai', /[\u0e01-\u0e5b]/],
  ['east-asian', /[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uff9f]/],
];

function scriptOf(character: string): string {
  return SCRIPTS.find(([, pattern]) => pattern.test(character))?.[0] ?? '';
}
