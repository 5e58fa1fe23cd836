import { linesOf } from '../text/lines';
import { blocksOf } from './block';
import { proseWeights } from './prose-weights';

const weightsOf = (...lines: string[]) => proseWeights(blocksOf(linesOf(lines.join('\n'))));

test('a sentence that breaks off is prose where the next line goes on with it, and so is its rest', () => {
  const [begun, rest] = weightsOf('The board named three places on the quay for the', 'new lamp of Sefina.');
  expect(begun).toBeGreaterThan(0);
  expect(rest).toBeGreaterThan(0);
});

test('items of a menu are not joined into prose', () => {
  const weights = weightsOf(
    'Latest news from the harbour and the town',
    'Sport of the week in all the villages',
  );
  expect(weights.every((weight) => weight < 0)).toBe(true);
});

test('what a colon announces stays with its sentence, no longer than a short list', () => {
  const items = Array.from({ length: 9 }, (_, index) => `Lemon ${index}`);
  const [sentence = 0, ...announced] = weightsOf('For the cake of the harbour you will need:', '', ...items);
  expect(sentence).toBeGreaterThan(0);
  expect(announced.map((weight) => weight > 0)).toEqual(items.map((_, index) => index < 6));
});

test('a smiley ends a sentence', () => {
  const [weight] = weightsOf('Afterwards I felt like a lighthouse keeper and I liked that very much 😉');
  expect(weight).toBeGreaterThan(0);
});
