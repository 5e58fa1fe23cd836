import { issue, type Issue } from '../issue';
import type { Encoding } from '../source-record';
import { hasMagicNumber, isMostlyControls } from './binary';
import { byteOrderMarkOf } from './byte-order-mark';
import { chooseEncoding, type Choice } from './choose-encoding';
import { guessIssues, invalidIssues, repairIssues } from './decode-issues';
import { encodingNamed } from './encoding-names';
import { repairMojibake, type Repair } from './mojibake';
import { readBytes } from './read-bytes';
import { positionAfterRepairs } from './repaired-position';

export { isKnownEncoding } from './encoding-names';

export interface DecodeOptions {
  /** Named by a person, in the profile or with --encoding: obeyed. Check it with `isKnownEncoding` first. */
  readonly encoding?: string;
  /** Named by the record (HTTP header, XML declaration): believed where the bytes fit it. */
  readonly declared?: string;
}

/** The bytes of a record as text, without a byte-order mark. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** Spans are positions of `text`. */
  readonly issues: readonly Issue[];
  readonly refused: 'quarantined' | 'rejected' | null;
  /** In bytes; with `repairs`, what `byteOffsetAt` needs. */
  readonly bomLength: number;
  readonly repairs: readonly Repair[];
}

const NO_ENCODING: Encoding = { name: 'utf-8', confidence: 0, from: 'guessed' };

/**
 * Decodes the bytes of one record. First of: byte-order mark, `options.encoding`, `options.declared`, UTF-16 by its
 * NUL bytes, UTF-8 if valid, detection. Bytes that fit no encoding become U+FFFD and the record is `quarantined`;
 * binary and empty ones are `rejected`. Throws only where `options.encoding` names no encoding.
 */
export function decode(bytes: Uint8Array, options: DecodeOptions = {}): Decoded {
  if (hasMagicNumber(bytes)) return binary(bytes);
  const mark = byteOrderMarkOf(bytes);
  const bomLength = mark?.length ?? 0;
  const content = bytes.subarray(bomLength);
  const choice =
    mark === null
      ? chooseWithout(content, options)
      : choiceOf(content, { name: mark.name, confidence: 1, from: 'bom' });
  if (isMostlyControls(choice.text)) return binary(bytes);
  if (choice.text.trim() === '') return empty(choice, bomLength);
  return settled(choice, bomLength);
}

/** Bytes as text in an encoding that is settled: one record of a file whose encoding was told from its head. */
export type DecodedAs = Pick<Decoded, 'text' | 'encoding' | 'issues' | 'refused'>;

/**
 * Decodes a part of a file, without a byte-order mark. Bytes that do not fit become U+FFFD and it is `quarantined`.
 * `name`: how the bytes are to be read where somebody has turned them around since.
 */
export function decodeAs(bytes: Uint8Array, encoding: Encoding, name = encoding.name): DecodedAs {
  return settled({ ...readBytes(bytes, name), encoding }, 0);
}

/** The encoding of a part of a file that has no byte-order mark and that nobody named. */
export function encodingOf(bytes: Uint8Array): Encoding {
  return chooseEncoding(bytes, null).encoding;
}

function chooseWithout(bytes: Uint8Array, { encoding, declared }: DecodeOptions): Choice {
  if (encoding === undefined) return chooseEncoding(bytes, declared ?? null);
  const name = encodingNamed(encoding);
  if (name === null) throw new Error(`No encoding is called ${encoding}; ask isKnownEncoding first`);
  return choiceOf(bytes, { name, confidence: 1, from: 'declared' });
}

function choiceOf(bytes: Uint8Array, encoding: Encoding): Choice {
  return { ...readBytes(bytes, encoding.name), encoding };
}

function settled(choice: Choice, bomLength: number): Decoded {
  const { text, repairs } = repairMojibake(choice.text);
  const invalid = invalidIssues(choice.invalid).map((trouble) => {
    const start = positionAfterRepairs(repairs, trouble.start);
    return { ...trouble, start, end: start + 1 };
  });
  return {
    text,
    encoding: choice.encoding,
    issues: [...guessIssues(choice.encoding, text), ...invalid, ...repairIssues(repairs)],
    refused: choice.invalid.length > 0 ? 'quarantined' : null,
    bomLength,
    repairs,
  };
}

function empty({ text, encoding }: Choice, bomLength: number): Decoded {
  const issues = [issue('file-empty', { start: 0, end: text.length }, '')];
  return { text, encoding, issues, refused: 'rejected', bomLength, repairs: [] };
}

function binary(bytes: Uint8Array): Decoded {
  const head = Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const issues = [issue('file-binary', { start: 0, end: 0 }, head)];
  return { text: '', encoding: NO_ENCODING, issues, refused: 'rejected', bomLength: 0, repairs: [] };
}
