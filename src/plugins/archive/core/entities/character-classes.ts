/** What the finder needs to know of a UTF-16 unit. */
export const OTHER = 0;
export const LOWER = 1;
export const UPPER = 2;
export const DIGIT = 3;
/** A letter without case: Arabic, Hebrew, CJK, modifier letters. */
export const CASELESS = 4;
/** `'` `’` `ʼ` and the Arabic-name marks `ʿ` `ʾ` `‘` when letters stand on both sides. */
export const APOSTROPHE = 5;
export const HYPHEN = 6;
/** Combining mark: goes on with the word. */
export const MARK = 7;
export const SPACE = 8;
export const NEWLINE = 9;
/** `.` */
export const STOP = 10;
/** `!` `?` `:` and their like: what follows opens a sentence. */
export const SENTENCE_END = 11;
/** An opening or neutral quotation mark or bracket: what follows may open a sentence. */
export const OPENER = 12;

/** Not asked for yet: to classify all 65,536 at the start would take as long as parsing a hundred pages. */
const UNKNOWN = 255;
const table = knownMarks();

/** The class of a UTF-16 unit. One look-up, because this runs for every character of an import. */
export function classOf(unit: number): number {
  const known = table[unit] ?? OTHER;
  if (known !== UNKNOWN) return known;
  const found = unicodeClass(String.fromCharCode(unit));
  table[unit] = found;
  return found;
}

/** Whether the unit goes on with a word. */
export function isWordClass(kind: number): boolean {
  return (kind >= LOWER && kind <= CASELESS) || kind === MARK;
}

function knownMarks(): Uint8Array {
  const classes = new Uint8Array(0x10000).fill(UNKNOWN);
  for (const unit of ["'", '’', 'ʼ', 'ʿ', 'ʾ', '‘', '`']) classes[unit.charCodeAt(0)] = APOSTROPHE;
  for (const unit of ['-', '‐', '‑']) classes[unit.charCodeAt(0)] = HYPHEN;
  for (const unit of ['\n', '\r', '\f', '\u0085', '\u2028', '\u2029']) classes[unit.charCodeAt(0)] = NEWLINE;
  for (const unit of ['!', '?', ':', '…', '؟', '•', '*', '|', '»'])
    classes[unit.charCodeAt(0)] = SENTENCE_END;
  for (const unit of ['"', '“', '”', '„', '«', '(', '[', '{', '–', '—']) classes[unit.charCodeAt(0)] = OPENER;
  classes['.'.charCodeAt(0)] = STOP;
  return classes;
}

function unicodeClass(character: string): number {
  if (/\p{Ll}/u.test(character)) return LOWER;
  if (/[\p{Lu}\p{Lt}]/u.test(character)) return UPPER;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  if (/\p{L}/u.test(character)) return CASELESS;
  if (/\p{M}/u.test(character)) return MARK;
  return /[\p{Zs}\t]/u.test(character) ? SPACE : OTHER;
}
