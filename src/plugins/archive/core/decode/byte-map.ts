import iconv from 'iconv-lite';
import { encodingNamed, shapeOf } from './encoding-names';
import type { Repair } from './mojibake';
import { originalPrefix } from './repaired-position';

/** What `decode` told about the text besides its encoding. */
export interface DecodedWith {
  /** In bytes; 0 where there was no byte-order mark. */
  readonly bomLength?: number;
  readonly repairs?: readonly Repair[];
}

/**
 * Byte offset in the record (byte-order mark counted) of a UTF-16 position of its decoded text. Inside a surrogate
 * pair the pair's start counts. Repaired mojibake is followed back through `repairs`.
 *
 * Null where the encoding has no such map: stateful encodings, unknown names, a position outside the text, and in
 * UTF-8 and multi-byte encodings any position after a U+FFFD, which may stand for one byte or several.
 */
export function byteOffsetAt(
  text: string,
  encodingName: string,
  utf16Offset: number,
  { bomLength = 0, repairs = [] }: DecodedWith = {},
): number | null {
  const name = encodingNamed(encodingName);
  if (name === null || !Number.isInteger(utf16Offset) || utf16Offset < 0 || utf16Offset > text.length)
    return null;
  const whole = isInsidePair(text, utf16Offset) ? utf16Offset - 1 : utf16Offset;
  const prefix = repairs.length === 0 ? text.slice(0, whole) : originalPrefix(text, repairs, whole);
  const length = encodedLength(prefix, name);
  return length === null ? null : bomLength + length;
}

function isInsidePair(text: string, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}

function encodedLength(prefix: string, name: string): number | null {
  switch (shapeOf(name)) {
    case 'single-byte':
      return prefix.length;
    case 'utf-16':
      return prefix.length * 2;
    case 'utf-32':
      return (prefix.length - (prefix.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0)) * 4;
    case 'utf-8':
      return prefix.includes('\uFFFD') ? null : new TextEncoder().encode(prefix).length;
    case 'multi-byte':
      return multiByteLength(prefix, name);
    case 'stateful':
      return null;
  }
}

/** Null where the encoder's table lacks a character: its replacement would have another length. */
function multiByteLength(prefix: string, name: string): number | null {
  const bytes = iconv.encode(prefix, name);
  return iconv.decode(bytes, name) === prefix ? bytes.length : null;
}
