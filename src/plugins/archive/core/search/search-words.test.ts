import fc from 'fast-check';

import { placedWords, searchWords } from './search-words';

describe('searchWords', () => {
  it.each([
    ['plain words', 'The Harbour, reopened.', ['the', 'harbour', 'reopened']],
    ['Latin diacritics', 'Zürich café Łódź', ['zurich', 'cafe', 'lodz']],
    ['possessives and apostrophes', "Sefina's O’Brien Ba'ath", ['sefina', 'obrien', 'baath']],
    ['the Latin article', 'al-Sinwar, Al Sinwar', ['sinwar', 'sinwar']],
    ['hamza', 'أحمد إحمد آحمد مؤتمر شيء شئ', ['احمد', 'احمد', 'احمد', 'موتمر', 'شي', 'شي']],
    ['ta marbuta and alef maqsura', 'مدرسة مستشفى', ['مدرسه', 'مستشفي']],
    ['tatweel and harakat', 'مـــدِينَةٌ', ['مدينه']],
    ['Eastern digits', 'عام ٢٠٠٥ و۱۹', ['عام', '2005', 'و19']],
    ['the Arabic article', 'القاهرة والقاهرة بالقاهرة للقاهرة قاهرة', Array(5).fill('قاهره')],
    ['words that only look like the article', 'الله الى ألم', ['الله', 'الي', 'الم']],
    ['a script without spaces', '東京 news', ['東', '京', 'news']],
    ['what is no word', '\u0000 — !! \u202e', []],
  ])('folds %s', (_, text, words) => {
    expect(searchWords(text)).toEqual(words);
  });

  it('cuts what is longer than any word', () => {
    expect(searchWords('x'.repeat(1000))).toEqual(['x'.repeat(64)]);
  });

  it('gives letters, marks and digits only, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const word of searchWords(text)) expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
      }),
    );
  });

  it('reads a hostile line in linear time', () => {
    for (const text of ["a'".repeat(500_000), 'ـ'.repeat(1_000_000), 'ال'.repeat(500_000)]) {
      const begun = performance.now();
      searchWords(text);
      expect(performance.now() - begun).toBeLessThan(3000);
    }
  });
});

describe('placedWords', () => {
  it('places each word in the original', () => {
    const text = 'In «القاهـرة» al-Said’s';
    const placed = [...placedWords(text)].map(({ start, end, folded }) => [text.slice(start, end), folded]);
    expect(placed).toEqual([
      ['In', ['in']],
      ['القاهـرة', ['قاهره']],
      ['Said’s', ['said']],
    ]);
  });

  it('finds the words that the index holds', () => {
    const letters = fc.constantFrom(..."abéŁ'’-. 12١ةىأالقوئـَ".split(''));
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 60 }), (text) => {
        expect([...placedWords(text)].flatMap((word) => word.folded)).toEqual(searchWords(text));
      }),
    );
  });
});
