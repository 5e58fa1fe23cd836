import { found } from '../../evidence';
import type { MediaFound } from '../../fields/media';
import { safeLink } from '../../markup/safe-link';
import { textOfElement, foundText } from '../../xml/xml-text';
import { child, childElements } from '../../xml/xml-tree';
import type { MarkupRecord } from '../markup-records';

const NOTHING: MediaFound = { legacyId: null, caption: null, credit: null, url: null, alternativeText: null };

/** Media that the post's meta fields name: the picture above the article, and sounds or films that it carries. */
export function mediaOfMeta({ text, element }: MarkupRecord): MediaFound[] {
  return childElements(element, 'wp:postmeta').flatMap((meta): MediaFound[] => {
    const key = foundText(text, child(meta, 'wp:meta_key'), 'wxr:meta-key')?.value;
    const value = child(meta, 'wp:meta_value');
    if (value === null) return [];
    if (key === '_thumbnail_id') {
      const id = foundText(text, value, 'wxr:thumbnail-id');
      return id !== null && /^[1-9]\d{0,19}$/.test(id.value) ? [{ ...NOTHING, legacyId: id }] : [];
    }
    if (key !== 'enclosure') return [];
    // Address, length and type, each on a line.
    const address = safeLink(textOfElement(text, value).text.trim().split(/\s/)[0] ?? '');
    return address === null ? [] : [{ ...NOTHING, url: found(address, value.inner, 'wxr:enclosure', 1) }];
  });
}
