import { placedAt, placedTextBuilder, positionOf, spanOf } from './placed-text';

/** `<p>Fish &amp; chips</p><p>Tea</p>` */
function fishAndChips() {
  const builder = placedTextBuilder();
  builder.add('Fish ', 3);
  builder.add('&', 8, 5);
  builder.add(' chips', 13);
  builder.join('\n\n');
  builder.add('Tea', 26);
  return builder.build();
}

test('text is joined from its pieces', () => {
  expect(fishAndChips().text).toBe('Fish & chips\n\nTea');
});

test('a character leads to where it stands in the record', () => {
  const placed = fishAndChips();
  const record = '<p>Fish &amp; chips</p><p>Tea</p>';
  for (const word of ['Fish', 'chips', 'Tea']) {
    const at = placed.text.indexOf(word);
    expect(record.indexOf(word)).toBe(positionOf(placed, at));
    expect(
      record.slice(spanOf(placed, at, at + word.length).start, spanOf(placed, at, at + word.length).end),
    ).toBe(word);
  }
  expect(positionOf(placed, 5)).toBe(8);
});

test('what stands nowhere belongs to the end of what is before it', () => {
  const placed = fishAndChips();
  expect(positionOf(placed, placed.text.indexOf('\n'))).toBe(19);
});

test('the end of the text is the end of its last piece', () => {
  const placed = fishAndChips();
  expect(positionOf(placed, placed.text.length)).toBe(29);
});

test('text without markup is one piece; empty text is nowhere', () => {
  expect(spanOf(placedAt('Tea', 10), 1, 3)).toEqual({ start: 11, end: 13 });
  expect(positionOf(placedAt('', 10), 0)).toBe(0);
});
