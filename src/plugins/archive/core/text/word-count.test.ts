import { wordCount } from './word-count';

test.each([
  ['', 0],
  ['The quay, rebuilt.', 3],
  ["it's a well-kept secret - isn't it?", 6],
  ["- 'quoted' -- 3rd of 1999", 4],
  ['@[`{', 0],
])('ASCII: %j has %i words', (text, words) => {
  expect(wordCount(text)).toBe(words);
});

test.each([
  ['café au lait', 3],
  ['the paper’s own', 3],
  ['أعلنت الوزارة اليوم', 3],
])('other letters: %j has %i words', (text, words) => {
  expect(wordCount(text)).toBe(words);
});

test('both ways of counting agree', () => {
  const text = "Don't -- 'stop' now-or never; 42nd street-fair's end.";
  expect(wordCount(text)).toBe(wordCount(`${text} é`) - 1);
});
