import { languageOf } from './language';

const TEXTS: readonly (readonly [string, string])[] = [
  ['en', 'The harbour master said on Thursday that the old ferry would sail again in the spring.'],
  ['fr', 'Le maire a déclaré jeudi que l’école serait fermée dès la rentrée prochaine.'],
  ['de', 'Der Bürgermeister erklärte am Donnerstag, die Schule werde bald geschlossen.'],
  ['es', 'El alcalde anunció el jueves que la escuela no abrirá mañana por la huelga.'],
  ['pt', 'O presidente da câmara anunciou na quinta-feira que a escola não abrirá amanhã.'],
  ['tr', 'Belediye başkanı perşembe günü okulun kapatılacağını açıkladı.'],
  ['ar', 'أعلن رئيس البلدية يوم الخميس أن المدرسة ستغلق أبوابها، وقال إن القرار نهائي.'],
  ['fa', 'شهردار روز پنجشنبه اعلام کرد که مدرسه بسته خواهد شد و تصمیم نهایی است.'],
  ['ur', 'میئر نے جمعرات کو اعلان کیا کہ اسکول بند کر دیا جائے گا اور فیصلہ حتمی ہے۔'],
  ['he', 'ראש העיר הודיע ביום חמישי כי בית הספר ייסגר לאחר החג.'],
  ['el', 'Ο δήμαρχος ανακοίνωσε την Πέμπτη ότι το σχολείο θα κλείσει.'],
  ['ru', 'Мэр города объявил в четверг, что школа будет закрыта до весны.'],
  ['uk', 'Мер міста оголосив у четвер, що школу буде закрито до весни.'],
  ['bg', 'Кметът обяви в четвъртък, че училището ще бъде затворено до пролетта.'],
  ['zh', '市长星期四宣布学校将关闭。他说这是最后的决定，没有商量的余地。'],
  ['ja', '市長は木曜日、学校を閉鎖すると発表した。決定は最終的だと述べた。'],
  ['ko', '시장은 목요일에 학교를 폐쇄한다고 발표했다. 결정은 최종적이라고 말했다.'],
];

describe('languageOf', () => {
  it.each(TEXTS)('tells %s', (language, text) => {
    const found = languageOf(text);
    expect(found.language).toBe(language);
    expect(found.confidence).toBeGreaterThan(0.4);
    expect(found.confidence).toBeLessThan(1);
  });

  it('keeps to the languages it is given', () => {
    for (const [, text] of TEXTS) {
      const { language } = languageOf(text, ['en', 'ar']);
      expect([null, 'en', 'ar']).toContain(language);
    }
    expect(languageOf('Le maire a déclaré jeudi que l’école serait fermée.', ['ar']).language).toBeNull();
    expect(languageOf(TEXTS[6]?.[1] ?? '', ['en', 'ar']).language).toBe('ar');
    expect(languageOf(TEXTS[7]?.[1] ?? '', ['en', 'ar']).language).toBeNull();
  });

  it('has no answer for little text', () => {
    for (const text of ['', 'Hello', '2009 – 12/05', '📰'.repeat(100), '!'.repeat(1000)]) {
      expect(languageOf(text)).toEqual({ language: null, confidence: 0 });
    }
  });

  it('is surer of a long text than of a short one', () => {
    const [, text] = TEXTS[0] ?? ['', ''];
    expect(languageOf(text).confidence).toBeLessThan(languageOf(`${text} `.repeat(5)).confidence);
  });

  it('goes by most letters where scripts mix', () => {
    expect(languageOf(`Select Page\n${(TEXTS[6]?.[1] ?? '').repeat(3)}`).language).toBe('ar');
    expect(languageOf(`${(TEXTS[0]?.[1] ?? '').repeat(3)} القاهرة`).language).toBe('en');
  });

  it.each(['a', 'ا', '市', ' ', 'ab '])('reads a megabyte of %j', (piece) => {
    expect(languageOf(piece.repeat(1_000_000 / piece.length)).confidence).toBeLessThan(1);
  });
});
