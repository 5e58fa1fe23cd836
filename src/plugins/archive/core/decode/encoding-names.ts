/** Names that people and detectors use and the WHATWG list of labels lacks. */
const OTHER_LABELS: ReadonlyMap<string, string> = new Map([
  ['utf-8-sig', 'utf-8'],
  ['utf-32', 'utf-32le'],
  ['utf-32le', 'utf-32le'],
  ['utf-32be', 'utf-32be'],
  ['cp874', 'windows-874'],
  ['cp932', 'shift_jis'],
  ['cp936', 'gbk'],
  ['cp949', 'euc-kr'],
  ['cp950', 'big5'],
  ['macroman', 'macintosh'],
  ['mac-roman', 'macintosh'],
  ['maccyrillic', 'x-mac-cyrillic'],
]);

/** Code pages of DOS newsroom systems; only iconv-lite knows them. */
const DOS_CODE_PAGES: ReadonlySet<string> = new Set([
  ...['cp437', 'cp720', 'cp737', 'cp775', 'cp850', 'cp852', 'cp855', 'cp857'],
  ...['cp858', 'cp860', 'cp861', 'cp862', 'cp863', 'cp864', 'cp865', 'cp869'],
]);

const MULTI_BYTE: ReadonlySet<string> = new Set(['big5', 'euc-jp', 'euc-kr', 'gb18030', 'gbk', 'shift_jis']);

/** How a text position of an encoding relates to a byte position. */
export type EncodingShape = 'utf-8' | 'utf-16' | 'utf-32' | 'single-byte' | 'multi-byte' | 'stateful';

/**
 * The lower-case WHATWG name for a label such as `Latin1`, `CP1256` or `utf8` (Encoding Standard, section 4.2),
 * `utf-32le`/`utf-32be`, or a DOS code page as `cp720`; null where the label names nothing that can be decoded.
 */
export function encodingNamed(label: string): string | null {
  const name = label
    .trim()
    .toLowerCase()
    .replace(/^windows[-_ ]?(\d)/, 'windows-$1');
  const other = OTHER_LABELS.get(name);
  if (other !== undefined) return other;
  const codePage = name.replace(/^ibm-?(\d)/, 'cp$1');
  if (DOS_CODE_PAGES.has(codePage)) return codePage;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}

/** Whether `decode` can be told to use this encoding. */
export function isKnownEncoding(label: string): boolean {
  return encodingNamed(label) !== null;
}

/** The shape of an encoding named as `encodingNamed` names it. */
export function shapeOf(name: string): EncodingShape {
  if (name === 'utf-8') return 'utf-8';
  if (name.startsWith('utf-16')) return 'utf-16';
  if (name.startsWith('utf-32')) return 'utf-32';
  if (name === 'iso-2022-jp') return 'stateful';
  return MULTI_BYTE.has(name) ? 'multi-byte' : 'single-byte';
}

/** Whether iconv-lite has to read it: the platform's decoder lacks it, or (windows-1252) loses 0x80 to 0x9F. */
export function needsIconv(name: string): boolean {
  return name === 'windows-1252' || name.startsWith('utf-32') || DOS_CODE_PAGES.has(name);
}
