import { readHtml } from '../markup/html-tokens';
import type { PlacedTextBuilder } from '../text/placed-text';

const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
/** Longest reference: `&CounterClockwiseContourIntegral;`. */
const LONGEST = 36;

/**
 * Adds `source` from `start` to `end`, its references decoded: the five of XML, numbers, and the names of HTML, which
 * exports use without declaring them. What a document type declares is never expanded, so no reference can grow.
 */
export function addDecoded(builder: PlacedTextBuilder, source: string, start: number, end: number): void {
  const text = source.slice(start, end);
  let at = 0;
  for (let mark = text.indexOf('&'); mark >= 0; mark = text.indexOf('&', mark + 1)) {
    const close = text.slice(mark, mark + LONGEST).indexOf(';');
    const decoded = close < 2 ? null : decodedReference(text.slice(mark + 1, mark + close));
    if (decoded === null) continue;
    builder.add(text.slice(at, mark), start + at);
    builder.add(decoded, start + mark, close + 1);
    at = mark + close + 1;
  }
  builder.add(text.slice(at), start + at);
}

/** The text with its references decoded, as in an attribute's value. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^&;\s]{1,34});/g, (whole, name: string) => decodedReference(name) ?? whole);
}

function decodedReference(name: string): string | null {
  const known = PREDEFINED.get(name);
  if (known !== undefined) return known;
  if (name.startsWith('#')) return numbered(name);
  return /^[a-z][a-z\d]*$/i.test(name) ? htmlReference(name) : null;
}

function numbered(name: string): string | null {
  if (!/^#(?:\d{1,7}|x[\da-f]{1,6})$/i.test(name)) return null;
  const isHex = /^#x/i.test(name);
  const code = isHex ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isPlain = (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code < 0xd800);
  return isPlain ? String.fromCharCode(code) : htmlReference(name);
}

/** As HTML reads it: `&#150;` is the dash that its author saw, not a control character. */
function htmlReference(name: string): string | null {
  const parts: string[] = [];
  const reference = `&${name};`;
  readHtml(reference, {
    open: ignore,
    close: ignore,
    text: (_start, end, entity) => parts.push(end === reference.length && entity !== null ? entity : '&'),
  });
  return parts.length === 0 || parts.includes('&') ? null : parts.join('');
}

function ignore(): void {
  // A reference holds no tags.
}
