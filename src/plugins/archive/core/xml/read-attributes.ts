import { decodeReferences } from './xml-entities';
import type { NextPosition } from './next-position';

export interface XmlTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Position behind the tag. */
  readonly end: number;
  /** `<br/>` */
  readonly isEmpty: boolean;
  readonly fault: string | null;
}

const NONE: ReadonlyMap<string, string> = new Map();
const MOST_ATTRIBUTES = 200;

/** Reads the tag whose name starts at `from`. A quote that is not closed within the tag does not swallow the text. */
export function readAttributes(source: string, from: number, end: number, next: NextPosition): XmlTag {
  const nameEnd = endOfName(source, from, end);
  const name = source.slice(from, nameEnd);
  const attributes = new Map<string, string>();
  let at = nameEnd;
  for (;;) {
    at = skipSpace(source, at, end);
    const character = source.charAt(at);
    const done = { name, attributes: attributes.size === 0 ? NONE : attributes };
    if (at >= end || character === '<') {
      return { ...done, end: Math.min(at, end), isEmpty: false, fault: `<${name} has no >` };
    }
    if (character === '>') return { ...done, end: at + 1, isEmpty: false, fault: null };
    if (character === '/') {
      if (source.charAt(at + 1) === '>') return { ...done, end: at + 2, isEmpty: true, fault: null };
      at += 1;
      continue;
    }
    const attribute = readAttribute(source, at, end, next);
    if (attribute === null) {
      const gt = Math.min(end, next.of('>', at) + 1);
      return { ...done, end: gt, isEmpty: false, fault: `a quote in <${name} is not closed` };
    }
    if (attributes.size < MOST_ATTRIBUTES) attributes.set(attribute.name, attribute.value);
    at = attribute.end;
  }
}

function readAttribute(
  source: string,
  from: number,
  end: number,
  next: NextPosition,
): { name: string; value: string; end: number } | null {
  const nameEnd = Math.max(from + 1, endOfName(source, from, end));
  const name = source.slice(from, nameEnd);
  const equals = skipSpace(source, nameEnd, end);
  if (source.charAt(equals) !== '=') return { name, value: '', end: nameEnd };
  const start = skipSpace(source, equals + 1, end);
  const quote = source.charAt(start);
  if (quote !== '"' && quote !== "'") {
    const valueEnd = endOfName(source, start, end);
    return { name, value: decodeReferences(source.slice(start, valueEnd)), end: Math.max(valueEnd, start) };
  }
  const close = next.of(quote, start + 1);
  if (close >= end || next.of('<', start + 1) < close) return null;
  return { name, value: decodeReferences(source.slice(start + 1, close)), end: close + 1 };
}

/** Up to white space, `=`, `/`, `>` or `<`. */
function endOfName(source: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const code = source.charCodeAt(at);
    if (code <= 0x20 || code === 0x3d || code === 0x2f || code === 0x3e || code === 0x3c) break;
    at += 1;
  }
  return at;
}

function skipSpace(source: string, from: number, end: number): number {
  let at = from;
  while (at < end && source.charCodeAt(at) <= 0x20) at += 1;
  return at;
}
