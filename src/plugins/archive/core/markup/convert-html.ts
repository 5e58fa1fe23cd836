import type { PlacedText } from '../text/placed-text';
import { blocksToMarkdown } from './blocks-to-markdown';
import { blocksToText } from './blocks-to-text';
import { htmlToRichText, type HtmlOptions } from './html-to-rich-text';
import type { ShownMedia } from './rich-text';

export type { HtmlOptions } from './html-to-rich-text';

export interface ConvertedHtml {
  /** Plain text, paragraphs parted by one blank line, each character with its place in the record. */
  readonly text: PlacedText;
  /** CommonMark without HTML, its links http, https or mailto; null where plain text says it all. */
  readonly markdown: string | null;
  /** What it shows besides text; captions of figures are here and not in the text. */
  readonly media: readonly ShownMedia[];
}

/**
 * Plain text, Markdown and media of HTML that stands in a record: `placedAt(html, 0)` for a whole page, a part of it
 * with its offset, or text that an XML format had escaped. Takes any HTML in linear time.
 */
export function convertHtml(html: PlacedText, options: HtmlOptions = {}): ConvertedHtml {
  const { blocks, media } = htmlToRichText(html, options);
  return { text: blocksToText(blocks), markdown: blocksToMarkdown(blocks), media };
}
