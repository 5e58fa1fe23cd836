import fc from 'fast-check';
import { SaxesParser } from 'saxes';

import { atom } from './atom';
import type { Feed, FeedEntry } from './feed';
import { jsonFeed } from './json-feed';

const entry: FeedEntry = {
  uri: 'https://archive.example/articles/abc/en',
  title: 'Harbour & sea',
  excerptHtml: 'The <mark>harbour</mark> &amp; sea',
  byline: 'Rima Saleh',
  language: 'en',
  section: 'Port',
  day: '2005-07-14',
  changed: '2026-01-02T03:04:05.000Z',
};
const feed: Feed = {
  title: 'Search',
  self: 'https://archive.example/search?q=a&b',
  next: null,
  entries: [entry],
};

/** Throws where a text is no XML. */
function elementsOf(xml: string): string[] {
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => names.push(name));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return names;
}

describe('Atom', () => {
  it('has what RFC 4287 asks for', () => {
    const xml = atom(feed);
    expect(elementsOf(xml)).toEqual(
      ['feed', 'title', 'id', 'link', 'updated', 'author', 'name'].concat([
        'entry',
        'title',
        'id',
        'link',
        'updated',
        'published',
        'author',
        'name',
        'category',
        'summary',
      ]),
    );
    expect(xml).toContain('<updated>2026-01-02T03:04:05.000Z</updated>');
    expect(xml).toContain(
      '<summary type="html">The &lt;mark&gt;harbour&lt;/mark&gt; &amp;amp; sea</summary>',
    );
    expect(atom({ ...feed, entries: [], next: 'https://x.example/?a&b' })).toContain(
      'rel="next" href="https://x.example/?a&amp;b"',
    );
  });

  it('is XML whatever the texts are, and dates nothing without a day', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const xml = atom({
          ...feed,
          entries: [{ ...entry, title: text, byline: text, section: text, day: null }],
        });
        expect(elementsOf(xml)).not.toContain('published');
      }),
    );
  });
});

describe('JSON Feed', () => {
  it('has what version 1.1 asks for', () => {
    expect(jsonFeed({ ...feed, next: 'https://x.example' })).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Search',
      feed_url: feed.self,
      next_url: 'https://x.example',
      items: [
        {
          id: entry.uri,
          url: entry.uri,
          title: 'Harbour & sea',
          content_html: entry.excerptHtml,
          date_published: '2005-07-14T00:00:00Z',
          date_modified: entry.changed,
          authors: [{ name: 'Rima Saleh' }],
          tags: ['Port'],
          language: 'en',
        },
      ],
    });
  });
});
