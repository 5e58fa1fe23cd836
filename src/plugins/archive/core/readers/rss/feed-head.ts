import { found, type Found } from '../../evidence';
import { blocksToLine } from '../../markup/blocks-to-text';
import { htmlToRichText } from '../../markup/html-to-rich-text';
import { trimmedText } from '../../xml/xml-text';
import { child, childElements, descendants, type XmlElement, type XmlTree } from '../../xml/xml-tree';

/** What a feed says of itself before its first item. */
export interface FeedHead {
  readonly source: Found | null;
  readonly language: Found | null;
  /** Base of relative links. */
  readonly link: string | null;
}

const NOWHERE = { start: 0, end: 0 };

/** Reads `<channel>` or `<feed>` up to the first item. */
export function readFeedHead(text: string, { root }: XmlTree): FeedHead {
  const [channel = null] = descendants(root, 'channel', 'feed');
  const outer = childElements(root)[0] ?? null;
  const title = valueOf(text, child(channel, 'title'));
  const language =
    valueOf(text, child(channel, 'language', 'dc:language')) ?? outer?.attributes.get('xml:lang') ?? null;
  return {
    source: title === null ? null : found(title, NOWHERE, 'feed:title', 0.8),
    language: language === null ? null : found(language.trim(), NOWHERE, 'feed:language', 0.6),
    link: linkOf(text, channel),
  };
}

/** `<link>https://...</link>`, or in Atom `<link rel="alternate" href="...">`. */
export function linkOf(text: string, parent: XmlElement | null): string | null {
  for (const link of childElements(parent, 'link')) {
    const rel = link.attributes.get('rel') ?? 'alternate';
    const address = link.attributes.get('href') ?? trimmedText(text, link).text;
    if (rel === 'alternate' && address.trim() !== '') return address.trim();
  }
  return null;
}

function valueOf(text: string, element: XmlElement | null): string | null {
  const value = blocksToLine(htmlToRichText(trimmedText(text, element)).blocks).text;
  return value === '' ? null : value;
}
