/** A piece of a line: a run of digits, a run of letters, or one other character. White space only shows as `spaced`. */
export interface Token {
  readonly kind: 'number' | 'word' | 'mark';
  /** As it stands in the line. */
  readonly text: string;
  /** Digits as 0-9; letters folded for comparison (see `foldWord`); marks with dashes as `-` and commas as `,`. */
  readonly key: string;
  /** UTF-16 units of the line. */
  readonly start: number;
  readonly end: number;
  /** White space, or an invisible mark of writing direction, stands before it. */
  readonly spaced: boolean;
}

/**
 * A year that a page's layout ran together with what follows: `4 de mayo de 202207:59`, `17/11/201917/11/2019`,
 * `10. Februar 20199. Februar 2019`, `2022-12-07T10:10:52+01:0025. Dezember 2022`.
 * Then what has been one run of digits is two numbers.
 */
const PIECES =
  /((?:19|20)[0-9]{2}(?=[0-2][0-9]:[0-9]{2}(?![0-9])|[0-9]{2}[/.][0-9]{2}[/.](?:19|20)[0-9]{2}|[0-9]{1,2}\. ?\p{L}{3,9} (?:19|20)[0-9]{2})|(?<=[+-][0-9]{2}:)[0-9]{2}(?=[0-9]{1,2}[./])|[0-9٠-٩۰-۹]+)|((?:[\p{L}\p{M}\u0640])+)|([\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+)|(.)/gsu;

const MARKS: Readonly<Record<string, string>> = {
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '،': ',',
  '’': "'",
  '‘': "'",
  '٫': '.',
};

/** Cuts a line into tokens, in one pass. */
export function tokensOf(line: string): Token[] {
  const tokens: Token[] = [];
  let spaced = false;
  for (const piece of line.matchAll(PIECES)) {
    const [text, digits, letters, space] = piece;
    if (space !== undefined) {
      spaced = true;
      continue;
    }
    const kind = digits !== undefined ? 'number' : letters !== undefined ? 'word' : 'mark';
    const start = piece.index;
    tokens.push({ kind, text, key: keyOf(kind, text), start, end: start + text.length, spaced });
    spaced = false;
  }
  return tokens;
}

function keyOf(kind: Token['kind'], text: string): string {
  if (kind === 'number') return westernDigits(text);
  return kind === 'word' ? foldWord(text) : (MARKS[text] ?? text);
}

/** Arabic (٠-٩) and Persian (۰-۹) digits as 0-9; every character keeps its place. */
export function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/**
 * Letters as they are compared: lower case without accents; Arabic without vowel signs and the lengthening stroke,
 * with one alef, one yeh and one heh: `أيّار` and `ايار` are the same.
 */
export function foldWord(word: string): string {
  const start = word.slice(0, LONGEST_WORD);
  if (/^[a-z]*$/i.test(start)) return start.toLowerCase();
  return start
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[ٱ]/g, 'ا')
    .replace(/[ىی]/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ک/g, 'ك');
}

/** No name of a month or weekday is longer. */
const LONGEST_WORD = 40;
