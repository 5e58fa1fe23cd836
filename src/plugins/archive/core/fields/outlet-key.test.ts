import { outletKey } from './outlet-key';

describe('outletKey', () => {
  it.each([
    [
      'The Sefina Courier',
      'Sefina Courier',
      'SEFINA COURIER',
      'Sefina-Courier newspaper',
      'www.sefina-courier.com',
    ],
    ['Reuters', '(Reuters)', 'REUTERS/', 'وكالة رويترز', 'رويترز'],
    ['AP/', 'Associated Press', 'The Associated Press', 'أ ب', 'أ. ب.'],
    ['صدى الواحتين', 'صحيفة صدى الواحتين', 'صَدى الواحتين'],
  ])('is one for %s and its other spellings', (name, ...others) => {
    expect(others.map(outletKey)).toEqual(others.map(() => outletKey(name)));
  });

  it.each([
    ['The Sefina Courier', 'The Sefina Ledger'],
    ['Sefina Courier', 'Sefina Evening Courier'],
    ['The Times', 'Times of Sefina'],
    ['Online', 'Newspaper'],
  ])('tells %s from %s', (one, other) => {
    expect(outletKey(one)).not.toBe(outletKey(other));
  });

  it('is never empty for a name of marks or of such words alone', () => {
    for (const name of ['***', 'The', 'com', 'صحيفة']) expect(outletKey(name)).not.toBe('');
  });

  it('is linear in a hostile line', () => {
    const begun = performance.now();
    for (const unit of ['- ', 'a ', ' the', 'و']) outletKey(unit.repeat(500_000));
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});
