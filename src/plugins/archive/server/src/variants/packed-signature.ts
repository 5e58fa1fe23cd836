import type { ArticleFields } from '../../../core/draft-article';
import { signatureOf } from '../../../core/dedupe/signature';

/** A signature as it is stored: bytes as base64, which every database takes alike. */
export interface PackedSignature {
  readonly words: number;
  readonly bands: string;
  readonly bytes: string;
}

/** The signature of an article's headline and body; null where there is too little text to compare. */
export function packedSignature({
  title,
  body,
}: Pick<ArticleFields, 'title' | 'body'>): PackedSignature | null {
  const signature = signatureOf(textToCompare(title, body));
  if (signature === null) return null;
  const { words, bands, bytes } = signature;
  return {
    words,
    bands: Buffer.from(bands.buffer, bands.byteOffset, bands.byteLength).toString('base64'),
    bytes: Buffer.from(bytes).toString('base64'),
  };
}

/** What of an article is compared with others. */
export function textToCompare(title: string | null, body: string | null): string {
  return `${title ?? ''}\n${body ?? ''}`;
}

export function unpackedBands(bands: string): Uint32Array {
  const bytes = Buffer.from(bands, 'base64');
  const numbers = new Uint32Array(bytes.length / 4);
  for (let at = 0; at < numbers.length; at++) numbers[at] = bytes.readUInt32LE(at * 4);
  return numbers;
}
