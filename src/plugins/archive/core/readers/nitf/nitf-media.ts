import type { MediaFound } from '../../fields/media';
import { foundAttribute, foundText } from '../../xml/xml-text';
import { child, descendants, type XmlElement } from '../../xml/xml-tree';

/** `<media><media-reference source="a.jpg"/><media-caption>...</media-caption><media-producer>...</media-producer></media>` */
export function mediaOfNitf(text: string, nitf: XmlElement): MediaFound[] {
  return descendants(nitf, 'media')
    .map((media) => {
      const reference = child(media, 'media-reference');
      return {
        legacyId: foundAttribute(reference, 'id', 'nitf:media-reference'),
        caption: foundText(text, child(media, 'media-caption'), 'nitf:media-caption'),
        credit: foundText(text, child(media, 'media-producer'), 'nitf:media-producer'),
        url:
          foundAttribute(reference, 'source', 'nitf:media-reference') ??
          foundAttribute(reference, 'data-location', 'nitf:media-reference'),
        alternativeText: foundAttribute(reference, 'alternate-text', 'nitf:media-reference'),
      };
    })
    .filter((one) => Object.values(one).some((value) => value !== null));
}
