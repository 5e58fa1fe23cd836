import type { MediaFound } from '../../fields/media';
import type { StatedArticle } from '../../stated-article';
import { placedParagraphs } from '../../text/placed-paragraphs';
import { foundAttribute, textOfElement } from '../../xml/xml-text';
import { child, childElements, descendants, type XmlElement } from '../../xml/xml-tree';
import { htmlOfElement } from '../html-of-element';
import { statedBody, type StatedBody } from '../html-values';
import { stateNitf } from '../nitf/nitf-document';

export interface ItemContent extends StatedBody {
  /** What NITF inside of it states. */
  readonly inner: StatedArticle | null;
}

const NONE: ItemContent = { inner: null, body: null, bodyMarkdown: null, media: [] };

/** The content of an item: NITF, XHTML, other XML or plain text in it; files elsewhere are media. */
export function contentOf(text: string, item: XmlElement): ItemContent {
  const set = child(item, 'contentSet');
  const media = descendants(set, 'remoteContent').map(remoteMedia);
  const contents = childElements(set, 'inlineXML', 'inlineData').map((inline) => inlineContent(text, inline));
  const first = contents.find(({ body }) => body !== null) ?? contents[0] ?? NONE;
  return { ...first, media: [...first.media, ...media] };
}

function inlineContent(text: string, inline: XmlElement): ItemContent {
  const [nitf] = descendants(inline, 'nitf');
  if (nitf !== undefined) {
    const inner = stateNitf(text, nitf);
    return { inner, body: inner.body, bodyMarkdown: inner.bodyMarkdown, media: inner.media };
  }
  const type = inline.attributes.get('contenttype') ?? '';
  if (inline.local === 'inlineData' && !/html/i.test(type)) {
    if (inline.attributes.get('encoding') !== undefined) return NONE;
    const placed = placedParagraphs(textOfElement(text, inline));
    return placed.text === ''
      ? NONE
      : {
          ...NONE,
          body: { placed, evidence: { ...inline.inner, rule: 'newsml:inlineData', confidence: 1 } },
        };
  }
  const [body = inline] = descendants(inline, 'body');
  return {
    inner: null,
    ...statedBody(htmlOfElement(text, body), body.inner, `newsml:${inline.local}`, prefixed(body)),
  };
}

/** `<h:p>` is a paragraph where `h` is the prefix of the whole document. */
function prefixed({ name, local }: XmlElement): { prefix?: string } {
  return name === local ? {} : { prefix: name.slice(0, -local.length) };
}

function remoteMedia(remote: XmlElement): MediaFound {
  return {
    legacyId: foundAttribute(remote, 'residref', 'newsml:remoteContent'),
    caption: null,
    credit: null,
    url: foundAttribute(remote, 'href', 'newsml:remoteContent'),
    alternativeText: null,
  };
}
