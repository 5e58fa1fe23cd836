import { found } from '../../evidence';
import type { MediaFound } from '../../fields/media';
import { safeLink } from '../../markup/safe-link';
import { foundText } from '../../xml/xml-text';
import { child, descendants, type XmlElement } from '../../xml/xml-tree';
import type { MarkupRecord } from '../markup-records';

/** Media of an item: `media:content`, RSS enclosures, Atom links of that kind; each address once. */
export function mediaOfFeed({ text, element }: MarkupRecord, base: string | null): MediaFound[] {
  const seen = new Set<string>();
  const elements = descendants(element, 'media:content', 'media:thumbnail', 'enclosure', 'link');
  return elements.flatMap((one) => {
    if (one.local === 'link' && one.attributes.get('rel') !== 'enclosure') return [];
    const address = safeLink(one.attributes.get('url') ?? one.attributes.get('href') ?? '', base);
    if (address === null || seen.has(address)) return [];
    seen.add(address);
    const said = (name: string) =>
      foundText(text, child(one, name) ?? child(groupOf(element, one), name), `feed:${name}`);
    const item: MediaFound = {
      legacyId: null,
      caption: said('media:description') ?? said('media:title'),
      credit: said('media:credit'),
      url: found(address, { start: one.start, end: one.inner.start }, `feed:${one.name}`, 1),
      alternativeText: null,
    };
    return [item];
  });
}

/** `<media:group>` describes the media in it. */
function groupOf(item: XmlElement, media: XmlElement): XmlElement | null {
  return (
    descendants(item, 'media:group').find(({ start, end }) => start < media.start && media.end <= end) ?? null
  );
}
