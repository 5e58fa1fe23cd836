import { placedAt, placedTextBuilder, positionOf, slicePlaced, spanOf, trimPlaced } from './placed-text';

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

test('a part of a text keeps its places', () => {
  const placed = fishAndChips();
  const part = slicePlaced(placed, 5, 16);
  expect(part.text).toBe('& chips\n\nTe');
  expect(positionOf(part, 0)).toBe(8);
  expect(spanOf(part, part.text.indexOf('Te'), part.text.length)).toEqual({ start: 26, end: 28 });
});

test('white space around a text is cut off with its places', () => {
  expect(trimPlaced(placedAt('  Tea \n', 10))).toEqual(placedAt('Tea', 12));
  expect(trimPlaced(placedAt(' \n', 10)).text).toBe('');
});

test('text that has its places can be put behind other text', () => {
  const builder = placedTextBuilder();
  builder.add('Tea: ', 0);
  builder.append(placedAt('green', 40));
  const placed = builder.build();
  expect(placed.text).toBe('Tea: green');
  expect(spanOf(placed, 5, 10)).toEqual({ start: 40, end: 45 });
});
