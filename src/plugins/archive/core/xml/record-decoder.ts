import { byteOrderMarkOf } from '../decode/byte-order-mark';
import { decode, type Decoded } from '../decode/decode';
import { encodingNamed } from '../decode/encoding-names';
import type { Encoding } from '../source-record';
import { widthOf } from './unit-width';

/** A piece of a file that is long enough to guess its encoding by. */
const SAMPLE = 262_144;

/**
 * Decodes the records of one file alike: a record of ten words would be guessed at otherwise. First of: byte-order
 * mark, the encoding that a person named, the XML declaration, UTF-8, a guess from the file's beginning.
 */
export class RecordDecoder {
  private readonly file: Encoding | null;
  private readonly declared: string | null;

  constructor(
    head: Uint8Array,
    declared: string | null,
    private readonly named: string | undefined,
  ) {
    const mark = byteOrderMarkOf(head);
    const width = widthOf(head);
    if (mark !== null) this.file = { name: mark.name, confidence: 1, from: 'bom' };
    else if (width.bytes === 2)
      this.file = { name: width.bigEndian ? 'utf-16be' : 'utf-16le', confidence: 0.9, from: 'guessed' };
    else this.file = named !== undefined ? null : guessed(head, declared);
    // What calls itself UTF-16 in bytes is not: a program that converted the file left the declaration as it was.
    this.declared = declared !== null && /utf-?16|ucs-?2/i.test(declared) ? null : declared;
  }

  decode(bytes: Uint8Array): Decoded {
    if (this.file !== null && this.file.from !== 'guessed')
      return as(decode(bytes, { encoding: this.file.name }), this.file);
    if (this.named !== undefined) return decode(bytes, { encoding: this.named });
    const declared = this.declared ?? this.file?.name;
    const decoded = decode(bytes, declared === undefined ? {} : { declared });
    const isOurGuess = this.declared === null && decoded.encoding.from === 'declared' && this.file !== null;
    return isOurGuess ? as(decoded, this.file) : decoded;
  }
}

function as(decoded: Decoded, encoding: Encoding): Decoded {
  return { ...decoded, encoding };
}

/** A guess for the whole file; null where it declares its encoding, or is UTF-8. */
function guessed(head: Uint8Array, declared: string | null): Encoding | null {
  if (declared !== null && encodingNamed(declared) !== null) return null;
  const { encoding } = decode(head.subarray(0, SAMPLE));
  return encoding.from === 'guessed' && encoding.confidence > 0 ? encoding : null;
}
