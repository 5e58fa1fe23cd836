import { widthOf } from './unit-width';

/** What the first bytes of a file tell of its markup. */
export interface XmlRoot {
  /** Name of the first element, as written; null where there is none. */
  readonly name: string | null;
  readonly local: string | null;
  /** Of the XML declaration: `<?xml version="1.0" encoding="windows-1256"?>`. */
  readonly encoding: string | null;
  /** The first element's tag and what follows it, as far as it was given. */
  readonly text: string;
}

/** As much of a file is looked at. */
const MOST = 16_384;

/** Looks at the start of a file without decoding it properly: names of markup are ASCII in all encodings that matter. */
export function xmlRootOf(head: Uint8Array): XmlRoot {
  const text = asciiOf(head.subarray(0, MOST));
  const encoding = /^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(text)?.[1] ?? null;
  const at = firstElement(text);
  const rest = at < 0 ? '' : text.slice(at);
  const name = /^<([A-Za-z_][\w.:-]{0,100})/.exec(rest)?.[1] ?? null;
  return { name, local: name === null ? null : name.slice(name.lastIndexOf(':') + 1), encoding, text: rest };
}

function asciiOf(bytes: Uint8Array): string {
  const width = widthOf(bytes);
  const label = width.bytes === 1 ? 'latin1' : width.bigEndian ? 'utf-16be' : 'utf-16le';
  return new TextDecoder(label).decode(bytes).replace(/^(?:\u00ef\u00bb\u00bf|\ufeff)/, '');
}

/** Position of the first tag behind white space, declarations and comments; -1 where other text comes first. */
function firstElement(text: string): number {
  let at = 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at += 1;
    if (text.startsWith('<?', at)) at = behind(text, '?>', at);
    else if (text.startsWith('<!--', at)) at = behind(text, '-->', at);
    else if (text.startsWith('<!', at)) at = behindDeclaration(text, at);
    else return text.charAt(at) === '<' ? at : -1;
    if (at < 0) return -1;
  }
}

function behind(text: string, end: string, from: number): number {
  const found = text.indexOf(end, from);
  return found < 0 ? -1 : found + end.length;
}

/** `<!DOCTYPE nitf SYSTEM "nitf.dtd" [ <!ENTITY a "b"> ]>` */
function behindDeclaration(text: string, from: number): number {
  const gt = text.indexOf('>', from);
  const bracket = text.indexOf('[', from);
  return behind(text, '>', bracket >= 0 && bracket < gt ? Math.max(from, text.indexOf(']', bracket)) : from);
}
