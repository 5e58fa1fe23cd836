import { found } from '../../evidence';
import type { Marked } from '../../fields/markers';
import { mediaOf, type MediaFound } from '../../fields/media';
import { convertHtml, type ConvertedHtml } from '../../markup/convert-html';
import type { MarkerField } from '../../profiles/profile';
import { placedTextBuilder, slicePlaced, type PlacedText } from '../../text/placed-text';
import { paragraphsOfValue } from './paragraphs-of-value';

/** A body as its value has it. */
export interface BodyOfValue {
  readonly placed: PlacedText;
  readonly markdown: string | null;
  readonly media: readonly MediaFound[];
}

/** A tag of HTML or an entity; `a < b` and `R&D;` are neither. */
const MARKUP =
  /<\/?(?:p|br|div|span|a|b|i|u|em|strong|h[1-6]|ul|ol|li|img|figure|blockquote|table|font|center|sup|sub|iframe|section|article|hr|pre|small)(?:\s[^<>]{0,2000})?\/?>|&(?:amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip|laquo|raquo|#\d{1,7}|#x[\da-f]{1,6});/i;
/** Tags that part paragraphs by themselves. */
const BLOCK_TAG = /<(?:p|br|div|li|h[1-6]|blockquote|table|section|article|pre)(?:[\s/>])/i;

/** A short value as text: its markup and entities resolved. */
export function plainOfValue(placed: PlacedText): PlacedText {
  return hasMarkup(placed.text) ? convertHtml(placed).text : placed;
}

/** A long value as the paragraphs of a body, whether it is plain text or HTML. */
export function bodyOfValue(placed: PlacedText): BodyOfValue {
  if (!hasMarkup(placed.text)) return { placed: paragraphsOfValue(placed), markdown: null, media: [] };
  const { text, markdown, media } = convertHtml(
    BLOCK_TAG.test(placed.text) ? placed : withParagraphTags(placed),
  );
  return { placed: text, markdown, media: mediaOf(media.flatMap(markedMedia)) };
}

function hasMarkup(text: string): boolean {
  return (text.includes('<') || text.includes('&')) && MARKUP.test(text);
}

/** Inline markup only: line ends part the paragraphs, as in the editors of old content systems. */
function withParagraphTags(placed: PlacedText): PlacedText {
  const builder = placedTextBuilder();
  let from = 0;
  for (const { 0: lineEnds, index } of placed.text.matchAll(/\n\s*/g)) {
    builder.append(slicePlaced(placed, from, index));
    builder.join(lineEnds.indexOf('\n') === lineEnds.lastIndexOf('\n') ? '<br>' : '<p>');
    from = index + lineEnds.length;
  }
  builder.append(slicePlaced(placed, from, placed.text.length));
  return builder.build();
}

/** Each picture opens with its address, or with its number where it has none, so that pictures stay apart. */
function markedMedia({
  url,
  legacyId,
  alternativeText,
  caption,
  start,
  end,
}: ConvertedHtml['media'][number]): Marked[] {
  const texts: readonly (readonly [MarkerField, string | null])[] = [
    ['media.url', url],
    ['media.legacyId', legacyId],
    ['media.caption', caption?.text ?? alternativeText],
  ];
  return texts.flatMap(([field, value]) =>
    value === null || value.trim() === ''
      ? []
      : [{ field, value: found(value.trim(), { start, end }, `html:${field}`, 1), taken: 0, issues: [] }],
  );
}
