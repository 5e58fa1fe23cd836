import { found, type Found } from '../evidence';
import type { MediaFound } from '../fields/media';
import { blocksToLine } from '../markup/blocks-to-text';
import { convertHtml, type ConvertedHtml, type HtmlOptions } from '../markup/convert-html';
import { htmlToRichText } from '../markup/html-to-rich-text';
import type { ShownMedia } from '../markup/rich-text';
import { safeLink } from '../markup/safe-link';
import type { Span } from '../span';
import type { StatedText } from '../stated-article';
import type { PlacedText } from '../text/placed-text';

/** A title, which may have entities and markup in it, in one line; null where it is empty. */
export function statedLine(html: PlacedText, at: Span, rule: string, confidence = 1): StatedText | null {
  const placed = blocksToLine(htmlToRichText(html).blocks);
  return placed.text === '' ? null : { placed, evidence: { start: at.start, end: at.end, rule, confidence } };
}

/** A short text with markup, such as a standfirst, as plain text; null where it is empty. */
export function foundHtml(html: PlacedText, at: Span, rule: string, confidence = 1): Found | null {
  const { text } = convertHtml(html).text;
  return text === '' ? null : found(text, at, rule, confidence);
}

export interface StatedBody {
  readonly body: StatedText | null;
  readonly bodyMarkdown: string | null;
  readonly media: readonly MediaFound[];
}

/** A body in HTML: plain text, Markdown and what it shows. */
export function statedBody(html: PlacedText, at: Span, rule: string, options: HtmlOptions = {}): StatedBody {
  const converted = convertHtml(html, options);
  return { ...bodyOf(converted, at, rule), media: mediaFound(converted.media, options.base ?? null, rule) };
}

function bodyOf(
  { text, markdown }: ConvertedHtml,
  at: Span,
  rule: string,
): Pick<StatedBody, 'body' | 'bodyMarkdown'> {
  if (text.text === '') return { body: null, bodyMarkdown: null };
  const evidence = { start: at.start, end: at.end, rule, confidence: 1 };
  return { body: { placed: text, evidence }, bodyMarkdown: markdown };
}

/** The media of a text as an article states them, addresses made absolute where that can be. */
export function mediaFound(media: readonly ShownMedia[], base: string | null, rule: string): MediaFound[] {
  return media.map((item) => {
    const value = (text: string | null, what: string) =>
      text === null || text.trim() === '' ? null : found(text, item, `${rule}:${what}`, 1);
    return {
      legacyId: value(item.legacyId, 'media-id'),
      caption: value(item.caption?.text.replace(/\s+/g, ' ') ?? null, 'caption'),
      credit: null,
      url: value(item.url === null ? null : (safeLink(item.url, base) ?? item.url), 'media-url'),
      alternativeText: value(item.alternativeText, 'alternative-text'),
    };
  });
}
