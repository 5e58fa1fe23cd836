import type { Feed } from './feed';

/** A search as a JSON Feed 1.1. */
export function jsonFeed({ title, self, next, entries }: Feed): Record<string, unknown> {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    feed_url: self,
    ...(next === null ? {} : { next_url: next }),
    items: entries.map((entry) => ({
      id: entry.uri,
      url: entry.uri,
      title: entry.title,
      content_html: entry.excerptHtml,
      ...(entry.day === null ? {} : { date_published: `${entry.day}T00:00:00Z` }),
      date_modified: entry.changed,
      ...(entry.byline === null ? {} : { authors: [{ name: entry.byline }] }),
      ...(entry.section === null ? {} : { tags: [entry.section] }),
      ...(entry.language === null ? {} : { language: entry.language }),
    })),
  };
}
