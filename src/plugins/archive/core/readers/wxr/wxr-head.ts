import { blocksToLine } from '../../markup/blocks-to-text';
import { htmlToRichText } from '../../markup/html-to-rich-text';
import { trimmedText } from '../../xml/xml-text';
import { child, childElements, descendants, type XmlElement, type XmlTree } from '../../xml/xml-tree';

/** What a WordPress export says of its site before the first item. */
export interface WxrHead {
  readonly title: string | null;
  /** Base of relative links. */
  readonly link: string | null;
  /** BCP 47. */
  readonly language: string | null;
  /** Display names by login. */
  readonly authors: ReadonlyMap<string, string>;
}

/** Reads `<channel>` up to the first item. */
export function readWxrHead(text: string, { root }: XmlTree): WxrHead {
  const channel = descendants(root, 'channel')[0] ?? null;
  const value = (name: string) => valueOf(text, child(channel, name));
  const authors = childElements(channel, 'wp:author').flatMap((author): [string, string][] => {
    const login = valueOf(text, child(author, 'wp:author_login'));
    const name = valueOf(text, child(author, 'wp:author_display_name'));
    return login === null || name === null ? [] : [[login, name]];
  });
  return {
    title: value('title'),
    link: value('link') ?? value('wp:base_blog_url') ?? value('wp:base_site_url'),
    language: value('language'),
    authors: new Map(authors),
  };
}

function valueOf(text: string, element: XmlElement | null): string | null {
  const value = blocksToLine(htmlToRichText(trimmedText(text, element)).blocks).text;
  return value === '' ? null : value;
}
