import fc from 'fast-check';
import MarkdownIt from 'markdown-it';

import { placedAt, positionOf, spanOf } from '../text/placed-text';
import { convertHtml } from './convert-html';

const textOf = (html: string) => convertHtml(placedAt(html, 0)).text.text;
const markdownOf = (html: string) => convertHtml(placedAt(html, 0)).markdown;
const commonmark = new MarkdownIt('commonmark');

test('paragraphs are parted by one blank line, white space collapses', () => {
  expect(textOf('<p>The  ferry\n left.</p>\n<p> Nobody <b>waited</b>. </p>')).toBe(
    'The ferry left.\n\nNobody waited.',
  );
  expect(markdownOf('<p>The ferry left.</p>')).toBeNull();
});

test('one break is a line end, two end the paragraph', () => {
  expect(textOf('a<br>b<br/><br />c<br>&nbsp;<br>d')).toBe('a\nb\n\nc\n\nd');
});

test('each character leads to its place in the record', () => {
  const record = 'xx<p>Fish &amp; chips&#8217;s <i>Tea</i></p>\n<p>&nbsp;</p><p>Ends   here</p>';
  const { text } = convertHtml(placedAt(record.slice(2), 2));
  expect(text.text).toBe('Fish & chips’s Tea\n\nEnds here');
  for (const word of ['Fish', 'chips', 'Tea', 'Ends', 'here']) {
    const at = text.text.indexOf(word);
    const { start, end } = spanOf(text, at, at + word.length);
    expect(record.slice(start, end)).toBe(word);
  }
  expect(record.slice(positionOf(text, 5)).startsWith('&amp;')).toBe(true);
  expect(record.slice(positionOf(text, 12)).startsWith('&#8217;')).toBe(true);
});

test('headings, lists, quotations, emphasis and links become CommonMark', () => {
  const html =
    '<h2>Fares</h2><p>See <a href="https://courier.example/a_(b)?x=1&amp;y=2">the <b>list</b></a>!</p>' +
    '<ul><li>One<li>Two<ol start="3"><li>Three</ol></ul><blockquote><p>No.</p><p><em>Never.</em></p></blockquote>';
  expect(markdownOf(html)).toBe(
    [
      '## Fares',
      '',
      'See [the **list**](https://courier.example/a_%28b%29?x=1&y=2)!',
      '',
      '- One',
      '- Two',
      '',
      '  3. Three',
      '',
      '> No.',
      '>',
      '> _Never._',
    ].join('\n'),
  );
});

test('scripts, styles, hidden elements and dangerous links are left out', () => {
  const html =
    '<script>alert("<p>x</p>")</script><style>p{}</style><p hidden>no</p><nav>menu</nav>' +
    '<p>a <a href="javascript:alert(1)">b</a> <a href="java&#10;script:x">c</a> <a href="/d">d</a></p>';
  const converted = convertHtml(placedAt(html, 0), { leaveOut: (name) => name === 'nav' });
  expect(converted.text.text).toBe('a b c d');
  expect(converted.markdown).toBeNull();
  const based = convertHtml(placedAt(html, 0), { base: 'https://courier.example/x/' });
  expect(based.markdown).toBe('menu\n\na b c [d](https://courier.example/d)');
});

test('captions belong to the pictures of their figure', () => {
  const html =
    '<p>Before</p><figure><img class="wp-image-12" src="https://courier.example/f.jpg" alt="Ferry">' +
    '<figcaption>The <b>ferry</b></figcaption></figure><figure><blockquote>Said</blockquote>' +
    '<figcaption>Who</figcaption></figure><p>After</p>';
  const { text, media } = convertHtml(placedAt(html, 0));
  expect(text.text).toBe('Before\n\nSaid\n\nWho\n\nAfter');
  expect(media).toHaveLength(1);
  expect(media[0]).toMatchObject({
    url: 'https://courier.example/f.jpg',
    legacyId: '12',
    alternativeText: 'Ferry',
    caption: { text: 'The ferry' },
  });
});

test('cells of a row are parted, and a layout table is not a row', () => {
  expect(
    textOf(
      '<table><tr><th>Home</th><td>2</td></tr><tr><td><p>Long</p></td><td><p>Text</p></td></tr></table>',
    ),
  ).toBe('Home | 2\n\nLong\n\nText');
});

test('preformatted text keeps its lines', () => {
  const html = '<pre>Home  2\n``` Away 1</pre>';
  expect(textOf(html)).toBe('Home  2\n``` Away 1');
  expect(markdownOf(html)).toBe('````\nHome  2\n``` Away 1\n````');
});

test('emphasis that CommonMark could not read is left out, the text never', () => {
  expect(markdownOf('<b>x</b>a<b>“b”</b>c')).toBe('**x**a“b”c');
  expect(markdownOf('wow!<a href="https://a.example/">b</a>')).toBe('wow\\![b](https://a.example/)');
  expect(markdownOf('<b> both </b>1. <i>*</i>')).toBe('**both** 1. _\\*_');
});

const word = fc.constantFrom(
  ...[
    'ferry',
    '*',
    '**',
    '_',
    '__',
    '`',
    '<',
    '&lt;',
    '[',
    ']',
    '](',
    '!',
    '\\',
    '#',
    '-',
    '1.',
    '+',
    '=',
    '>',
  ],
  ...[
    '&amp;lt;',
    '“',
    '”',
    '.',
    ' ',
    '  ',
    '\n',
    '|',
    '~~',
    '---',
    'ولد',
    '&nbsp;',
    'x_y',
    'http://a.example',
    '😀',
  ],
);
const tag = fc.constantFrom(
  ...[
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<i>',
    '</i>',
    '<a href="https://a.example/x">',
    '</a>',
    '<br>',
    '<h2>',
    '</h2>',
  ],
  ...[
    '<ul>',
    '<li>',
    '</li>',
    '</ul>',
    '<ol>',
    '</ol>',
    '<blockquote>',
    '</blockquote>',
    '<hr>',
    '<td>',
    '<img>',
  ],
);
const soup = fc.array(fc.oneof(word, word, tag), { maxLength: 40 }).map((parts) => parts.join(''));

function shownBy(markdown: string): string {
  const html = commonmark.render(markdown);
  return textOf(html).replace(/\s+/g, ' ').trim();
}

test('Markdown shows the same text as the plain text', () => {
  fc.assert(
    fc.property(soup, (html) => {
      const { text, markdown } = convertHtml(placedAt(html, 0));
      fc.pre(markdown !== null);
      expect(shownBy(markdown)).toBe(text.text.replace(/\s+/g, ' ').trim());
    }),
    { numRuns: 3000 },
  );
});

const EXPECTED = /^(?:p|br|hr|em|strong|a|ul|ol|li|blockquote|h[1-6]|pre|code)$/;

test('whatever the HTML, text is placed within it and no HTML comes out', () => {
  fc.assert(
    fc.property(fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 200 })), (html) => {
      const { text, markdown, media } = convertHtml(placedAt(html, 7));
      for (const { record, length } of text.pieces) {
        expect(record).toBeGreaterThanOrEqual(7);
        expect(record + length).toBeLessThanOrEqual(7 + html.length);
      }
      for (const { start, end } of media)
        expect(start >= 7 && end <= 7 + html.length && start <= end).toBe(true);
      const raw = new MarkdownIt({ html: true, breaks: false }).render(markdown ?? '');
      const tags = [...raw.matchAll(/<\/?([a-z][^\s>/]*)/g)].map((match) => match[1] ?? '');
      expect(tags.filter((name) => !EXPECTED.test(name))).toEqual([]);
      expect(raw).not.toMatch(/href="(?!https?:|mailto:)/);
    }),
    { numRuns: 2000 },
  );
});

const hostile: [string, string][] = [
  ['deep divs', '<div>'.repeat(200_000)],
  ['deep lists', '<ul><li>'.repeat(100_000) + 'x'],
  ['deep quotations', '<blockquote>'.repeat(100_000) + 'x' + '</blockquote>'.repeat(100_000)],
  ['emphasis in one paragraph', '<b>a</b><i>b</i>'.repeat(60_000)],
  ['nested emphasis', '<b><i>'.repeat(100_000) + 'x'],
  ['one long line', 'word '.repeat(400_000)],
  ['spaces', ' '.repeat(2_000_000) + 'x'],
  ['entities', '&amp;'.repeat(300_000)],
  ['ampersands', '&'.repeat(500_000)],
  ['less-than signs', '<'.repeat(500_000)],
  ['open comments', '<!--'.repeat(200_000)],
  ['attributes', `<p ${'a="b" '.repeat(200_000)}>x`],
  ['figures', '<figure><figcaption>x'.repeat(50_000)],
  [
    'a caption of many paragraphs',
    '<figure><figcaption>' + '<p>x</p>'.repeat(200_000) + '</figcaption></figure>',
  ],
  ['brackets', '['.repeat(500_000) + '<b>x</b>'],
];

test.each(hostile)('%s take linear time', (_name, html) => {
  const started = performance.now();
  convertHtml(placedAt(html, 0));
  expect(performance.now() - started).toBeLessThan(10_000);
});
