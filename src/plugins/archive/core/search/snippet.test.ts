import fc from 'fast-check';

import { parseQuery } from './parse-query';
import { markedText, snippet, soughtWords } from './snippet';

const sought = (query: string) => soughtWords(parseQuery(query).root);

describe('markedText', () => {
  it.each([
    ['a word, whatever its spelling', 'The Café of Sefina', 'cafe', 'The <mark>Café</mark> of Sefina'],
    ['an Arabic word with its article', 'شوارع القاهـرة', 'قاهرة', 'شوارع <mark>القاهـرة</mark>'],
    ['a prefix', 'Dredging dredged', 'dredgi*', '<mark>Dredging</mark> dredged'],
    [
      'a phrase only where it is whole',
      'late edition, late',
      '"late edition"',
      '<mark>late edition</mark>, late',
    ],
    ['nothing that a NOT names', 'late edition', 'edition NOT late', 'late <mark>edition</mark>'],
    [
      'and escapes the rest',
      '<b>a & "b"</b> ferry',
      'ferry',
      '&lt;b&gt;a &amp; &quot;b&quot;&lt;/b&gt; <mark>ferry</mark>',
    ],
    ['and drops what turns directions', 'a\u202eb\u0000c', 'ferry', 'a b c'],
  ])('marks %s', (_, text, query, html) => {
    expect(markedText(text, sought(query))).toBe(html);
  });
});

describe('snippet', () => {
  const filler = 'Words without meaning follow each other. '.repeat(20);

  it('shows the place where most of the words stand', () => {
    const text = `A ferry. ${filler}The ferry strike ended. ${filler}`;
    const html = snippet(text, sought('ferry strike'), 120);
    expect(html).toContain('The <mark>ferry</mark> <mark>strike</mark> ended');
    expect(html).toMatch(/^….*…$/);
    expect(html.length).toBeLessThan(180);
  });

  it('shows the beginning where nothing is found', () => {
    expect(snippet('One. Two.', sought('ferry'), 100)).toBe('One. Two.');
    expect(snippet(filler, [], 20)).toBe('Words without…');
  });

  it('never lets the text write HTML of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, query) => {
        const html = snippet(`<script>${text}`, sought(query), 50);
        expect(html.replaceAll('<mark>', '').replaceAll('</mark>', '')).not.toMatch(/[<>]/);
      }),
    );
  });

  it('reads a hostile text in linear time', () => {
    const begun = performance.now();
    snippet('ab '.repeat(400_000), sought('ab "ab ab" a1'), 200);
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});
