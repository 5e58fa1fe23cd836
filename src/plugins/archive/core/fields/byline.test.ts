import { authorIn } from './byline';
import { bareName, isNameOnly } from './lone-name';

const author = (line: string, date?: string) => {
  const start = date === undefined ? -1 : line.indexOf(date);
  return authorIn(line, start < 0 ? null : { start, end: start + (date ?? '').length });
};

describe('authorIn', () => {
  it.each([
    ['By Rosa Dunmere', 'Rosa Dunmere'],
    ['By Nadia Ferrazane and Tomas Elvery', 'Nadia Ferrazane and Tomas Elvery'],
    ['Von Karl Beispiel', 'Karl Beispiel'],
    ['Autor: Erika von der Beispiel', 'Erika von der Beispiel'],
    ['Posted by Günter W. Beispiel at 18:52', 'Günter W. Beispiel'],
    ['Par Solène Marchavoine | Culture', 'Solène Marchavoine'],
    ['بقلم: د. ليلى القصباوي', 'د. ليلى القصباوي'],
    ['كتب سامر النجماوي', 'سامر النجماوي'],
  ])('%s', (line, name) => {
    expect(author(line)).toBe(name);
  });

  it.each([
    ['October 19, 2019 by rdunmere', 'October 19, 2019', 'rdunmere'],
    ['am 23. Januar 2020 von Karl Beispiel in Allgemeines', '23. Januar 2020', 'Karl Beispiel'],
    ['Karl Beispiel am 18. September 2019', '18. September 2019', 'Karl Beispiel'],
    ['Redaktion - 31. Januar 2022', '31. Januar 2022', 'Redaktion'],
    ['21. Jan 2022 // Karl Beispiel', '21. Jan 2022', 'Karl Beispiel'],
    ['Karl Beispiel , 01. Dez. 2017, 12:01 Uhr', '01. Dez. 2017', 'Karl Beispiel'],
    ['● rdunmere — 2. Februar 2022', '2. Februar 2022', 'rdunmere'],
    ['Profilbild KarlBeispiel 17.10.2019', '17.10.2019', 'KarlBeispiel'],
    ['Avatar Karl Beispiel am 18. September 2019', '18. September 2019', 'Karl Beispiel'],
    ['Posted on28. Juli 2019AuthorKarl Beispiel4 Kommentare', '28. Juli 2019', 'Karl Beispiel'],
    ['By Rosa Dunmere Last updated Nov 8, 2023 Share', 'Nov 8, 2023', 'Rosa Dunmere'],
    ['Accueil | Par Loïc Le Marchavoine | 30 septembre 2018', '30 septembre 2018', 'Loïc Le Marchavoine'],
  ])('beside a date: %s', (line, date, name) => {
    expect(author(line, date)).toBe(name);
  });

  it.each([
    'By the time the plough arrived, the passengers had gone.',
    'Bye Rosa',
    'By',
    'Byron Street',
    'Von wegen',
  ])('none in %s', (line) => {
    expect(author(line)).toBeNull();
  });

  it('does not read long lines', () => {
    expect(author(`By ${'Rosa '.repeat(200_000)}`)).toBeNull();
    expect(author(`By Rosa Dunmere | ${'x'.repeat(200)}`)).toBeNull();
  });
});

describe('isNameOnly', () => {
  it('knows names, and no sentences, labels or single words', () => {
    expect(['Rosa Dunmere', 'Izz al-Din Hariri', 'Staff reporter'].map(isNameOnly)).toEqual([
      true,
      true,
      true,
    ]);
    expect(
      ['Rosa', 'the harbour board', 'Rosa Dunmere?', 'News 24', 'Letzte Artikel', 'Top Stories'].map(
        isNameOnly,
      ),
    ).toEqual(Array(6).fill(false));
  });

  it('takes marks, pictures and doubling off a name', () => {
    const lines = [
      '• Rosa Dunmere',
      'Avatar Rosa Dunmere',
      '[rd1] Rosa Dunmere,',
      'Rosa Dunmere Rosa Dunmere',
    ];
    expect(lines.map(bareName)).toEqual(Array(4).fill('Rosa Dunmere'));
  });
});
