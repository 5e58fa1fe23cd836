import { fold } from './fold';

describe('fold', () => {
  it.each([
    ['  Crème\u00a0 BRÛLÉE\n', 'creme brulee'],
    ['e\u0301\u0323', 'e'],
    ['İSTANBUL Işık', 'istanbul isik'],
    ['Łódź Ørsted Đuro Straße Æ Œ', 'lodz orsted duro strasse ae oe'],
    ['الـــقَاهِرَةُ', 'القاهره'],
    ['أحمد إبراهيم آمنة ٱلله', 'احمد ابراهيم امنه الله'],
    ['مصطفى علی کتاب', 'مصطفي علي كتاب'],
    ['مسؤول شئون', 'مسؤول شئون'],
    ['٢٠٠٩ ۱۲۳۴', '2009 1234'],
    ['“it’s” – «so»— ‹x›', '"it\'s" - "so"- \'x\''],
    ['ﬁn １２ Ⅳ', 'fin 12 iv'],
    ['й Й ά', 'й й ά'],
    ['', ''],
  ])('%j -> %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(fold(folded)).toBe(folded);
  });

  it.each(['a\u0301', '\u0301', 'a\u0301\u0323', '\u064b', ' ', '“', 'é'])(
    'reads a megabyte of %j in linear time',
    (piece) => {
      expect(fold(`x${piece.repeat(Math.ceil(1_000_000 / piece.length))}y`)).toMatch(/^x[\s\S]*y$/);
    },
  );

  it('reads a letter with a megabyte of marks', () => {
    expect(fold(`a${'\u0301'.repeat(1_000_000)}b`)).toBe('ab');
    expect(fold(`a${'\u0301\u0323'.repeat(500_000)}b`)).toBe('ab');
  });
});
