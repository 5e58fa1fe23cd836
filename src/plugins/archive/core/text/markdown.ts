import { escapeInline } from './markdown-inline';
import { escapeLineStart } from './markdown-line-start';

/**
 * Plain text as CommonMark (0.31) that renders as the same text: no markup, no HTML, no link arises from it.
 * A blank line parts paragraphs. A line end inside one becomes a backslash and a line end, which editors show and
 * keep, unlike two spaces. White space around lines goes, since HTML would not show it; it never makes a code block.
 */
export function textToMarkdown(text: string): string {
  return paragraphsOf(text).map(paragraphToMarkdown).join('\n\n');
}

function paragraphToMarkdown(lines: readonly string[]): string {
  return escapeInline(lines.join('\n')).split('\n').map(escapeLineStart).join('\\\n');
}

/** Lines of each paragraph, without white space around them. */
function paragraphsOf(text: string): string[][] {
  const paragraphs: string[][] = [];
  let open: string[] = [];
  for (const line of text.split(/\r\n?|\n/)) {
    const content = line.trim();
    if (content !== '') {
      open.push(content);
    } else if (open.length > 0) {
      paragraphs.push(open);
      open = [];
    }
  }
  if (open.length > 0) paragraphs.push(open);
  return paragraphs;
}
