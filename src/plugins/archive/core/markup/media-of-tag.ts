import type { Span } from '../span';
import type { PlacedText } from '../text/placed-text';
import type { Attributes } from './html-tokens';
import type { ShownMedia } from './rich-text';

const NOTHING = { url: null, legacyId: null, alternativeText: null, caption: null };

/** `<img src="a.jpg" alt="Ferry" class="wp-image-12">`, `<iframe src="...">` and their like. */
export function shownMedia(kind: ShownMedia['kind'], attributes: Attributes, at: Span): ShownMedia {
  const alternativeText = (attributes.get('alt') ?? '').trim();
  return {
    ...NOTHING,
    kind,
    url: addressOf(attributes),
    // WordPress marks pictures with the ID of their attachment.
    legacyId: /(?:^|\s)wp-image-(\d{1,20})(?:\s|$)/.exec(attributes.get('class') ?? '')?.[1] ?? null,
    alternativeText: alternativeText === '' ? null : alternativeText,
    ...at,
  };
}

/** `[gallery ids="12,14"]`, rewritten as an element. */
export function galleryMedia(attributes: Attributes, at: Span): ShownMedia[] {
  const ids = (attributes.get('ids') ?? '').split(',').map((id) => id.trim());
  return ids
    .filter((id) => /^\d{1,20}$/.test(id))
    .map((legacyId) => ({ ...NOTHING, kind: 'gallery', legacyId, ...at }));
}

/** `[caption id="attachment_12" caption="Old form"]`, rewritten as an element: what it says of its picture. */
export function figureMedia(attributes: Attributes, at: Span): ShownMedia {
  const caption = (attributes.get('caption') ?? '').trim();
  const legacyId = /^attachment_(\d{1,20})$/.exec(attributes.get('id') ?? '')?.[1] ?? null;
  return { ...NOTHING, kind: 'image', legacyId, caption: caption === '' ? null : inTag(caption, at), ...at };
}

function inTag(text: string, { start, end }: Span): PlacedText {
  return { text, pieces: [{ text: 0, record: start, length: Math.min(text.length, end - start) }] };
}

/** The picture's address; pages that load pictures late keep it apart and show a `data:` one first. */
export function addressOf(attributes: Attributes): string | null {
  for (const name of ['src', 'data-src', 'data-lazy-src', 'data-original', 'source']) {
    const address = (attributes.get(name) ?? '').trim();
    if (address !== '' && !/^(?:data|blob|about|javascript):/i.test(address)) return address;
  }
  return null;
}
