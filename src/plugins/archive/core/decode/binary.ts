/** First bytes of files that are not text, as Latin-1 strings. `....` of a RIFF header is its length. */
const MAGIC_NUMBERS: readonly string[] = [
  '\xff\xd8\xff', // JPEG
  '\x89PNG\r\n\x1a\n',
  'GIF87a',
  'GIF89a',
  'II*\0', // TIFF
  'MM\0*',
  '%PDF-',
  'PK\x03\x04', // ZIP, DOCX, XLSX, EPUB
  'PK\x05\x06',
  '\x1f\x8b\x08', // gzip
  'BZh91AY&SY', // bzip2
  '\xfd7zXZ\0',
  '7z\xbc\xaf\x27\x1c',
  'Rar!\x1a\x07',
  '(\xb5/\xfd', // Zstandard
  '\x7fELF',
  '\xca\xfe\xba\xbe',
  '\xcf\xfa\xed\xfe',
  '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', // DOC, XLS, PPT
  'SQLite format 3\0',
  'OggS\0',
  'ID3\x02\0',
  'ID3\x03\0',
  'ID3\x04\0',
  'wOFF',
  'wOF2',
];

/** Whether the bytes start like a picture, an archive, a program or an office document. */
export function hasMagicNumber(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  if (MAGIC_NUMBERS.some((magic) => head.startsWith(magic))) return true;
  return head.startsWith('RIFF') && ['WEBP', 'WAVE', 'AVI '].includes(head.slice(8, 12));
}

/** Text tolerates a stray control character (old typesetting codes); more than 2 % of them is not text. */
const HIGHEST_CONTROL_SHARE = 0.02;
/** NUL is never typesetting. */
const NUL_WEIGHT = 5;

/** Real text has none of these, and the search for one is faster than the count. */
const CONTROL = /[\0-\x08\x0e-\x19\x1c-\x1f]/;

/** Whether so many characters are controls (white space, ESC and SUB apart) that this cannot be text. */
export function isMostlyControls(text: string): boolean {
  if (!CONTROL.test(text)) return false;
  let weight = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0) weight += NUL_WEIGHT;
    else if (code < 0x09 || (code > 0x0d && code < 0x20 && code !== 0x1a && code !== 0x1b)) weight += 1;
  }
  return weight > text.length * HIGHEST_CONTROL_SHARE;
}
