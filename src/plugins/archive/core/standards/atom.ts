import { feedChanged, type Feed, type FeedEntry } from './feed';
import { xmlElement, xmlText } from './xml-text';

/** A search as an Atom feed (RFC 4287). */
export function atom(feed: Feed): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    xmlElement('title', feed.title),
    xmlElement('id', feed.self),
    `<link rel="self" href="${xmlText(feed.self)}"/>`,
    ...(feed.next === null ? [] : [`<link rel="next" href="${xmlText(feed.next)}"/>`]),
    xmlElement('updated', feedChanged(feed)),
    // Atom asks for an author of every entry, and many an article of old has none.
    `<author>${xmlElement('name', feed.title)}</author>`,
    ...feed.entries.map(entry),
    '</feed>',
    '',
  ].join('\n');
}

function entry({ uri, title, excerptHtml, byline, language, section, day, changed }: FeedEntry): string {
  return [
    `<entry${language === null ? '' : ` xml:lang="${xmlText(language)}"`}>`,
    xmlElement('title', title),
    xmlElement('id', uri),
    `<link href="${xmlText(uri)}"/>`,
    xmlElement('updated', changed),
    xmlElement('published', day === null ? null : `${day}T00:00:00Z`),
    byline === null ? '' : `<author>${xmlElement('name', byline)}</author>`,
    section === null ? '' : `<category term="${xmlText(section)}"/>`,
    excerptHtml === '' ? '' : `<summary type="html">${xmlText(excerptHtml)}</summary>`,
    '</entry>',
  ].join('');
}
