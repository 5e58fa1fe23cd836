import { placedTextBuilder, slicePlaced, type PlacedText } from '../../text/placed-text';
import { rewriteShortcodes } from './shortcodes';

export interface WordpressHtml {
  readonly html: PlacedText;
  /** Names of shortcodes that were left out. */
  readonly unknown: readonly string[];
}

/** Elements in which a line end is not a break. */
const VERBATIM = /^<(pre|script|style|textarea|xmp)\b/i;

/**
 * The HTML that WordPress would have shown for what an editor typed: shortcodes as elements, blank lines as paragraphs,
 * line ends as breaks. What the block editor wrote is HTML already, so its line ends mean nothing.
 */
export function wordpressToHtml(content: PlacedText): WordpressHtml {
  const { html, unknown } = rewriteShortcodes(content);
  return { html: html.text.includes('<!-- wp:') ? html : withParagraphs(html), unknown };
}

function withParagraphs(html: PlacedText): PlacedText {
  const { text } = html;
  const builder = placedTextBuilder();
  let from = 0;
  let afterBreak = false;
  const upTo = (end: number) => {
    builder.append(slicePlaced(html, from, end));
    from = end;
  };
  for (const mark of text.matchAll(/<(?=[a-z/!])|[ \t\r]*\n\s*/gi)) {
    const { index } = mark;
    if (index < from) continue;
    const [found] = mark;
    if (found === '<') {
      const tag = endOfTag(text, index);
      afterBreak = /^<br\b/i.test(text.slice(index, index + 4));
      upTo(tag);
    } else {
      upTo(index + found.length);
      const lines = found.split('\n').length - 1;
      // `<br>` at the end of a line is that line's break.
      if (lines > 1) builder.join('<p>');
      else if (!afterBreak) builder.join('<br>');
      afterBreak = false;
    }
  }
  upTo(text.length);
  return builder.build();
}

/** Position behind a tag, or behind the whole element where its text is shown as it stands. */
function endOfTag(text: string, start: number): number {
  if (text.startsWith('<!--', start)) return behind(text, '-->', start);
  const verbatim = VERBATIM.exec(text.slice(start, start + 12))?.[1];
  return behind(text, '>', verbatim === undefined ? start : closing(text, verbatim, start));
}

function closing(text: string, name: string, from: number): number {
  const at = text.slice(from).search(new RegExp(`</${name}\\b`, 'i'));
  return at < 0 ? text.length : from + at;
}

function behind(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at < 0 ? text.length : at + end.length;
}
