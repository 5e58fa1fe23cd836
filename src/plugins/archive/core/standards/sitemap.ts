import { xmlElement, xmlText } from './xml-text';

/** One page of the site. News fields stand only where all that search engines ask for is known. */
export interface SitemapEntry {
  readonly url: string;
  /** ISO 8601 in UTC. */
  readonly changed: string;
  readonly news: SitemapNews | null;
}

export interface SitemapNews {
  readonly publication: string;
  readonly language: string;
  /** A whole day, `2005-07-14`. */
  readonly day: string;
  readonly title: string;
}

const SITEMAPS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"';

export function sitemap(entries: readonly SitemapEntry[]): string {
  return document('urlset', `${SITEMAPS} ${NEWS}`, entries.map(entryElement));
}

/** A list of sitemaps, each with the last change in it. */
export function sitemapIndex(parts: readonly { readonly url: string; readonly changed: string }[]): string {
  const written = parts.map(
    ({ url, changed }) => `<sitemap>${xmlElement('loc', url)}${xmlElement('lastmod', changed)}</sitemap>`,
  );
  return document('sitemapindex', SITEMAPS, written);
}

function entryElement({ url, changed, news }: SitemapEntry): string {
  return `<url>${xmlElement('loc', url)}${xmlElement('lastmod', changed)}${newsElement(news)}</url>`;
}

function newsElement(news: SitemapNews | null): string {
  if (news === null) return '';
  const publication = xmlElement('news:name', news.publication) + xmlElement('news:language', news.language);
  return [
    `<news:news><news:publication>${publication}</news:publication>`,
    `<news:publication_date>${xmlText(news.day)}</news:publication_date>`,
    `${xmlElement('news:title', news.title)}</news:news>`,
  ].join('');
}

function document(name: string, namespaces: string, content: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${name} ${namespaces}>`,
    ...content,
    `</${name}>`,
    '',
  ].join('\n');
}
