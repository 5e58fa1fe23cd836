import fc from 'fast-check';

import { readXml } from './read-xml';
import { textOfElement } from './xml-text';
import { child, childElements, descendants, type XmlElement } from './xml-tree';
import { positionOf } from '../text/placed-text';

function read(source: string): {
  root: XmlElement;
  faults: string[];
  text: (element: XmlElement | null) => string;
} {
  const { root, faults } = readXml(source);
  return {
    root: childElements(root)[0] ?? root,
    faults: faults.map(({ found }) => found),
    text: (element) => (element === null ? '' : textOfElement(source, element).text),
  };
}

test('elements, attributes, references and CDATA', () => {
  const { root, faults, text } = read(
    `<item xmlns:a='u' id = "1&amp;2"><a:title>Fish &amp; &#x63;hips&nbsp;&ndash; &unknown;</a:title><b/><c><![CDATA[<b>&amp;]]> x</c></item>`,
  );
  expect(root.attributes.get('id')).toBe('1&2');
  expect(text(child(root, 'title'))).toBe('Fish & chips\u00a0– &unknown;');
  expect(text(child(root, 'c'))).toBe('<b>&amp; x');
  expect(childElements(root).map(({ name }) => name)).toEqual(['a:title', 'b', 'c']);
  expect(faults).toEqual([]);
});

test('each character of a text leads to its place', () => {
  const source = '<t>Fish &amp; <b>chips</b><![CDATA[ & tea]]></t>';
  const placed = textOfElement(source, read(source).root);
  expect(placed.text).toBe('Fish & chips & tea');
  for (const word of ['Fish', 'chips', 'tea']) {
    expect(positionOf(placed, placed.text.indexOf(word))).toBe(source.indexOf(word));
  }
});

test('broken markup is told and keeps its text', () => {
  const { root, faults, text } = read('<item><a>one<b>two</a>three</c> < four <d x="y>five</d></item>');
  expect(faults).toEqual(['<b> is not closed', '</c> closes nothing', 'a quote in <d is not closed']);
  expect(text(root)).toBe('onetwothree < four five');
});

test('entities that a document declares are never expanded', () => {
  const bomb = '<!DOCTYPE a [<!ENTITY x "lol"><!ENTITY y "&x;&x;&x;">]><a>&y;&x;</a>';
  expect(read(bomb).text(read(bomb).root)).toBe('&y;&x;');
});

test('what is nested too deep keeps its text', () => {
  const source = `${'<a>'.repeat(100_000)}x${'</a>'.repeat(100_000)}`;
  const { root, text } = read(source);
  expect(text(root)).toBe('x');
  expect(descendants(root, 'a').length).toBeLessThan(250);
});

const hostile: [string, string][] = [
  ['open tags', '<a '.repeat(400_000)],
  ['open quotes', `<a b='`.repeat(200_000) + "'"],
  ['attributes', `<a ${'b="c" '.repeat(200_000)}>`],
  ['less-than signs', '<'.repeat(1_000_000)],
  ['ampersands', '&'.repeat(1_000_000)],
  ['open comments', '<!--'.repeat(300_000)],
  ['open CDATA', '<![CDATA['.repeat(200_000)],
  ['open declarations', '<!A ['.repeat(200_000)],
  ['open instructions', '<?'.repeat(500_000)],
  ['ends of nothing', '</b>'.repeat(300_000)],
  ['ends without >', '<a>'.repeat(100) + '</a'.repeat(300_000)],
  ['text nodes', '<a>x</a>'.repeat(200_000)],
  ['numbers', '&#8217;'.repeat(200_000)],
];

test.each(hostile)('%s take linear time', (_name, source) => {
  const started = performance.now();
  textOfElement(source, readXml(source).root);
  expect(performance.now() - started).toBeLessThan(10_000);
});

test('whatever the source, places lie in it', () => {
  const piece = fc.constantFrom(
    '<a>',
    '</a>',
    '<b c="d">',
    '</b>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '&amp;',
    '&#x0;',
    'x',
    '"',
    '<',
    '>',
    '<?',
    '?>',
    '<!D [',
    ']',
  );
  const source = fc.oneof(
    fc.array(piece).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(source, (text) => {
      const { root } = readXml(text);
      for (const element of [root, ...descendants(root, 'a', 'b')]) {
        const { start, end, inner } = element;
        expect(
          start <= inner.start && inner.start <= inner.end && inner.end <= end && end <= text.length,
        ).toBe(true);
        for (const place of textOfElement(text, element).pieces)
          expect(place.record + place.length).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 2000 },
  );
});
