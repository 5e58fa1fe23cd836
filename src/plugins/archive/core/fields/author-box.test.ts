import { authorOfBox } from './author-box';

describe('authorOfBox', () => {
  it.each([
    ['View all posts by Rosa Dunmere →', 'Rosa Dunmere'],
    ['Writes of boats. Zeige alle Beiträge von Karl Beispiel', 'Karl Beispiel'],
    ['Über Karl Beispiel 1009 Artikel', 'Karl Beispiel'],
    ['Alle Beiträge von Karl Beispiel anzeigen', 'Karl Beispiel'],
  ])('%s', (line, name) => {
    expect(authorOfBox(line)).toBe(name);
  });

  it.each([
    'About the harbour 12 years ago',
    'Posts by the sea',
    `View all posts by ${'Rosa '.repeat(200_000)}`,
  ])('none in %.40s', (line) => {
    expect(authorOfBox(line)).toBeNull();
  });
});
