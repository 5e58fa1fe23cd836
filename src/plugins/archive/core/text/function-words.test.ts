import { languageByFunctionWords } from './function-words';

describe('languageByFunctionWords', () => {
  it.each([
    ['en', 'What the town council said of the quay in snow on Monday was that the works had not begun.'],
    ['fr', 'Le maire est venu dans les rues de la ville pour parler avec des habitants qui ont tout perdu.'],
    ['de', 'Der Rat der Stadt ist mit dem Plan nicht zufrieden und will die Arbeiten auf den Herbst legen.'],
    ['es', 'El alcalde dijo que los vecinos del barrio no pagarán por las obras que fueron paradas.'],
  ])('%s', (language, text) => {
    expect(languageByFunctionWords(text)).toBe(language);
  });

  it('says nothing of a list of names', () => {
    expect(
      languageByFunctionWords('Rasmira Qarnay Belmarra Casten Doral Eastry Falmira Hollin Istrand'),
    ).toBeNull();
  });

  it('says nothing of a few words', () => {
    expect(languageByFunctionWords('The end of the road')).toBeNull();
  });

  it('is quick on a hostile line', () => {
    expect(languageByFunctionWords('the '.repeat(250_000))).toBe('en');
  });
});
