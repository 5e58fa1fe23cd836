import { pairsOfBand } from './band-groups';
import { likeness } from './likeness';
import { estimatedLikeness, LEAST_WORDS, signatureOf } from './signature';
import { areAlike, ALIKE, variantReason } from './variant-reason';

/** Words that never repeat, so that what two texts share is known. */
const words = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `word${from + at}`).join(' ');

function signed(text: string) {
  const signature = signatureOf(text);
  if (signature === null) throw new Error('too short');
  return signature;
}

describe('signatureOf', () => {
  it('is the same whatever case, accents, punctuation, line ends and Arabic spelling', () => {
    const one = `${words(0, 40)} Café in the القاهِرة إلى مدرسة`;
    const other = `${words(0, 40).toUpperCase().replaceAll(' ', ',\r\n')} cafe “in” the القاهره الي مـدرسه!`;
    expect(signed(other)).toEqual(signed(one));
  });

  it('is none for a text that is too short to compare', () => {
    expect(signatureOf(words(0, LEAST_WORDS - 1))).toBeNull();
    expect(signatureOf(words(0, LEAST_WORDS))).not.toBeNull();
    expect(signatureOf('')).toBeNull();
  });

  it.each([
    [0, 1],
    [100, 0.667],
    [250, 0.333],
    [500, 0],
  ])('estimates what 500 words shifted by %i have in common: %d', (shift, expected) => {
    const [one, other] = [words(0, 500), words(shift, 500 + shift)];
    expect(likeness(one, other).shared).toBeCloseTo(expected, 1);
    expect(Math.abs(estimatedLikeness(signed(one).bytes, signed(other).bytes) - expected)).toBeLessThan(0.13);
  });

  it('shares a band between versions of a text, and none between others', () => {
    const bands = (text: string) => signed(text).bands;
    const shared = (one: string, other: string) =>
      [...bands(one)].filter((hash, at) => hash === bands(other)[at]).length;
    expect(shared(words(0, 400), `${words(0, 200)} changed ${words(203, 400)} added`)).toBeGreaterThan(0);
    expect(shared(words(0, 400), words(1000, 1400))).toBe(0);
  });

  it.each(['word ', 'كلمة ', 'a', ' ', '\u0301', 'é '])('is linear in 1 MB of %j', (unit) => {
    const begun = performance.now();
    signatureOf(unit.repeat(1_000_000 / unit.length));
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});

describe('pairsOfBand', () => {
  it('pairs new texts with the first and the last before them that share the hash', () => {
    const hashes = Uint32Array.from([7, 4_000_000_000, 7, 9, 7, 4_000_000_000]);
    expect(pairsOfBand(hashes, (at) => at >= 2)).toEqual([
      { fresh: 2, other: 0 },
      { fresh: 4, other: 0 },
      { fresh: 4, other: 2 },
      { fresh: 5, other: 1 },
    ]);
    expect(pairsOfBand(hashes, (at) => at === 5)).toEqual([{ fresh: 5, other: 1 }]);
    expect(pairsOfBand(new Uint32Array(0), () => true)).toEqual([]);
  });

  it('pairs a text that was written anew with the first behind it, too', () => {
    expect(pairsOfBand(Uint32Array.from([7, 7, 7]), (at) => at === 0)).toEqual([{ fresh: 0, other: 1 }]);
  });

  it('gives no more than two pairs for each text, however many are the same', () => {
    expect(pairsOfBand(new Uint32Array(100_000), () => true)).toHaveLength(199_997);
  });
});

describe('versions of one article', () => {
  it('are alike in most of both, or the longer holds the shorter', () => {
    expect(areAlike(likeness(words(0, 100), words(10, 110)), ALIKE)).toBe(true);
    expect(areAlike(likeness(words(0, 100), words(0, 220)), ALIKE)).toBe(true);
    expect(areAlike(likeness(words(0, 100), words(0, 1000)), ALIKE)).toBe(false);
    expect(areAlike(likeness(words(0, 100), words(50, 150)), ALIKE)).toBe(false);
  });

  it('have a reason', () => {
    const facts = (source: string | null, date: string | null) => ({ source, byline: null, date });
    const [half, all] = [likeness(words(0, 100), words(0, 150)), likeness(words(0, 100), words(0, 100))];
    expect(variantReason(facts('Courier', null), facts('Ledger', null), all)).toBe('wireCopy');
    expect(variantReason(facts('Courier', '2001-05-03'), facts('Courier', '2001-05-04'), half)).toBe(
      'update',
    );
    expect(variantReason(facts('Courier', '2001-05-03'), facts('Courier', '2004-05-04'), all)).toBe(
      'republication',
    );
    expect(variantReason(facts('Courier', null), facts(null, '2004'), all)).toBe('republication');
    expect(variantReason(facts('Courier', null), facts('Courier', null), half)).toBe('update');
  });
});
