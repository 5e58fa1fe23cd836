/** One character, or a run of them, that may mean something in CommonMark. */
const MEANINGFUL = /[*_`[\]\\<&]|~{2,}/g;
const WORD = /[\p{L}\p{N}]/u;
const ENTITY = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{0,40});/i;
const PUNCTUATION = /[!-/:-@[-`{-~]/;

/**
 * Escapes text that stands among marks of emphasis and links. Unlike `escapeInline` it cannot know what the marks
 * around it do to it, so it escapes all that could ever mean something.
 */
export function escapeRun(text: string): string {
  return text.replace(MEANINGFUL, (mark: string, index: number) => escaped(text, mark, index));
}

function escaped(text: string, mark: string, index: number): string {
  const after = text.charAt(index + mark.length);
  switch (mark) {
    case '<':
      return after.trim() === '' && after !== '' ? mark : '&lt;';
    case '&':
      return ENTITY.test(text.slice(index, index + 50)) ? '&amp;' : mark;
    case '\\':
      return after === '' || after === '\n' || PUNCTUATION.test(after) ? '\\\\' : mark;
    case '_':
      return WORD.test(text.charAt(index - 1)) && WORD.test(after) ? mark : '\\_';
    default:
      return mark.replace(/./g, '\\$&');
  }
}
