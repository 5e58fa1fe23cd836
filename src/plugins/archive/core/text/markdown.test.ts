import MarkdownIt from 'markdown-it';
import { textToMarkdown } from './markdown';

const RENDERERS = {
  commonmark: new MarkdownIt('commonmark'),
  'with tables and line breaks': new MarkdownIt({ html: true, breaks: true }),
};

function shown(html: string): string {
  return html
    .replace(/<br(?: \/)?>\n/g, '\n')
    .replace(/<\/p>\n<p>/g, '\n\n')
    .replace(/^<p>|<\/p>\n$/g, '')
    .replace(/<[^>]*>/g, (tag) => `[unexpected ${tag.slice(1, -1)}]`)
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

const TEXTS = [
  'The mayor said: “it’s decided” – and left.',
  'One.\n\nTwo.\nStill two.',
  '# 1 in the charts',
  '#1 in the charts',
  '> quoted',
  '- a dash\n- another\n+ plus\n* star',
  '-',
  '1. first\n2) second\n1986. A great year',
  'Title\n=====\nSub\n---\nx\n--',
  '***',
  '* * *\n_ _ _\n- - -\n___\n___',
  '```js\ncode\n```\n~~~\nx\n~~~',
  'a `code` b and a lone ` here',
  'a ``code`` `',
  'snake_case_name and _emphasis_ and __strong__ 2 * 3 * 4 *yes* **x** ~~gone~~',
  '(_a_) "_b_" foo_bar_ _foo_bar *a*b*',
  '[link](http://a.example/) ![picture](x.png) [ref][id]\n[id]: http://b.example/ "t"',
  '[not a link] and (this)',
  '<script>alert(1)</script> </p> <!-- c --> <?php ?> <![CDATA[x]]> a < b <3 <=',
  '<http://a.example/> <a@b.example> <1a@b.example> <.x@b.example>',
  'AT&T &amp; &copy; &#65; &#x41; & &notanentity &lt;b&gt;',
  'back\\slash \\* \\\\ \\n \\',
  'ends with backslash\\\nnext\\',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  'a | b\n-|-\n1 | 2',
  'a\n:-',
  '&lt;script&gt;\\<b>',
  'foo *\nbar *baz',
  '*\n*\n*',
  'قال *الوزير* إن «القرار» نهائي.\n١. أولا\n- ثانيا',
  '<a\nhref="x">y</a>',
  '<\nb>',
  'four spaces\n\nand a tab',
  '![[a]](b) [a]\n(b) \\[a](b)',
  '`\\`*a*`',
];

describe('textToMarkdown', () => {
  for (const [name, renderer] of Object.entries(RENDERERS)) {
    it.each(TEXTS)(`renders as the same text (${name}): %j`, (text) => {
      expect(shown(renderer.render(textToMarkdown(text)))).toBe(text);
    });

    it(`renders 2,000 generated texts as they are (${name})`, () => {
      const random = generator(7);
      for (let round = 0; round < 2000; round++) {
        const text = generatedText(random);
        expect({ text, shown: shown(renderer.render(textToMarkdown(text))) }).toEqual({ text, shown: text });
      }
    });
  }

  it('leaves ordinary prose as it is', () => {
    const prose =
      'Well-known (2005-2017): 3 * 4, foo_bar, [sic], a < b, AT&T, 50% #1 -5 +3 C:\\dir | x; 3.5 “q”!';
    expect(textToMarkdown(prose)).toBe(prose);
  });

  it('shows a line end as a backslash and keeps paragraphs', () => {
    expect(textToMarkdown(' a \r\nb\n \n\n\nc\n')).toBe('a\\\nb\n\nc');
  });

  it('never makes a code block of an indented line', () => {
    expect(textToMarkdown('        x = 1\n\n\ty')).toBe('x = 1\n\ny');
  });

  it.each(['*', '_', '[', '`', '<', '&', '\\', '- ', '#', '~', '|-', '](', '1. ', '\n', ' \n'])(
    'reads a megabyte of %j in linear time',
    (piece) => {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      expect(textToMarkdown(text).length).toBeLessThanOrEqual(text.length * 5);
    },
  );
});

/** Deterministic: a linear congruential generator, as in Numerical Recipes. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const PIECES = [
  ...[
    'a',
    'foo',
    'قال',
    'é',
    '1',
    '12',
    ' ',
    ' ',
    ' ',
    '\n',
    '\n\n',
    '. ',
    ') ',
    '.',
    ')',
    '(',
    ':',
    '@b.example',
  ],
  ...[
    '*',
    '**',
    '_',
    '__',
    '`',
    '``',
    '~',
    '~~',
    '~~~',
    '[',
    ']',
    '](',
    '][',
    ']:',
    '!',
    '<',
    '>',
    '</',
    '<!--',
  ],
  ...[
    '&',
    '&amp;',
    '&#65;',
    '\\',
    '# ',
    '#',
    '- ',
    '-',
    '---',
    '=',
    '===',
    '+ ',
    '|',
    '|-|',
    '“',
    '’',
    '"',
    "'",
  ],
  ...['<b>', 'http://a.example', '\u00a0', '—', '$', '^', '{', '}', '%', ';'],
];

function generatedText(random: (below: number) => number): string {
  const pieces = Array.from({ length: 1 + random(14) }, () => PIECES[random(PIECES.length)] ?? '');
  const lines = pieces
    .join('')
    .split('\n')
    .map((line) => line.trim());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
