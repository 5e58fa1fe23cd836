/** White space to `trim`, never printed, and of the length of what it stands for: positions stay as they are. */
export const PLACEHOLDER = '\uFEFF';

export interface PageText {
  /** Of the same length as the record. */
  readonly text: string;
  /** Whether the page was printed with numbered links. */
  readonly numbered: boolean;
}

/**
 * Blanks out the numbers by which `lynx -dump` marks links, and its list of their addresses at the end:
 *
 *     The [12]harbour board said ...
 *
 *     References
 *
 *     1. http://www.example.com/
 *
 * A page without such a list keeps all its brackets.
 */
export function withoutLinkNumbers(text: string): PageText {
  const list = linkListIn(text);
  if (list === null) return { text, numbered: false };
  const page = text
    .slice(0, list.start)
    .replace(/\[(\d{1,4})\](?=[\p{L}\p{N}"“‘«([])/gu, (mark: string, number: string) => {
      return Number(number) <= list.links ? PLACEHOLDER.repeat(mark.length) : mark;
    });
  const blanked = text.slice(list.start).replace(/[^\r\n]/g, PLACEHOLDER);
  return { text: page + blanked, numbered: true };
}

/** Where the list of links starts, and how many there are. */
function linkListIn(text: string): { readonly start: number; readonly links: number } | null {
  const start = text.lastIndexOf('\nReferences');
  if (start < 0) return null;
  const [heading = '', ...lines] = text
    .slice(start + 1)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const links = lines.filter((line) => /^\d{1,4}\. [a-z]{2,10}:\S/.test(line)).length;
  return heading === 'References' && links > 0 && links * 2 > lines.length ? { start, links } : null;
}
