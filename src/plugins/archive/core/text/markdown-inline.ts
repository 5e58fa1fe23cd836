/** A run of one mark, or one character, that may mean something inside a CommonMark paragraph. */
const MEANINGFUL = /\*+|_+|~{2,}|[`[\\<&]/g;
const SOME_MARK = /[*_~`[\\<&]/;
const PUNCTUATION = /[!-/:-@[-`{-~]/;

interface Paragraph {
  readonly text: string;
  readonly manyStars: boolean;
  readonly manyUnderscores: boolean;
  readonly manyBackticks: boolean;
  readonly hasLink: boolean;
  readonly hasAt: boolean;
}

/** Escapes a paragraph's inline marks, only where they could mean something. Its line ends are to become breaks. */
export function escapeInline(text: string): string {
  if (!SOME_MARK.test(text)) return text;
  const paragraph: Paragraph = {
    text,
    manyStars: occursTwice(text, '*'),
    manyUnderscores: occursTwice(text, '_'),
    manyBackticks: occursTwice(text, '`'),
    hasLink: /\][[(:]/.test(text),
    hasAt: text.includes('@'),
  };
  return text.replace(MEANINGFUL, (mark: string, index: number) => escaped(paragraph, mark, index));
}

function escaped(paragraph: Paragraph, mark: string, index: number): string {
  const after = paragraph.text.charAt(index + mark.length);
  if (mark === '<') return opensTag(paragraph, after) ? '&lt;' : mark;
  if (mark === '&') return opensEntity(paragraph.text, index) ? '&amp;' : mark;
  if (mark === '\\') return after === '' || after === '\n' || PUNCTUATION.test(after) ? '\\\\' : mark;
  return isMarkup(paragraph, mark, index, after) ? mark.replace(/./g, '\\$&') : mark;
}

function isMarkup(paragraph: Paragraph, mark: string, index: number, after: string): boolean {
  const before = paragraph.text.charAt(index - 1);
  switch (mark.charAt(0)) {
    case '*':
      return paragraph.manyStars && !(isSpace(before) && isSpaceInLine(after));
    case '_':
      return (
        paragraph.manyUnderscores &&
        !(isSpace(before) && isSpaceInLine(after)) &&
        !(isWord(before) && isWord(after))
      );
    case '`':
      return paragraph.manyBackticks;
    case '[':
      return paragraph.hasLink;
    default:
      return true;
  }
}

/** `<b`, `</b`, `<!--`, `<?` and automatic links; an address as `<1.a@b>` may start with almost anything. */
function opensTag({ hasAt }: Paragraph, after: string): boolean {
  return /[a-z/!?]/i.test(after) || (hasAt && after.trim() !== '');
}

function opensEntity(text: string, index: number): boolean {
  return /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{0,40});/i.test(text.slice(index, index + 50));
}

function occursTwice(text: string, mark: string): boolean {
  return text.indexOf(mark) !== text.lastIndexOf(mark);
}

function isSpace(character: string): boolean {
  return character.trim() === '';
}

/** The backslash of the break that follows a line is no space. */
function isSpaceInLine(character: string): boolean {
  return character !== '' && character !== '\n' && isSpace(character);
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
