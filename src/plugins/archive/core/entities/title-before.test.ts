import { titleBefore } from './title-before';

const before = (text: string, name: string): string | null =>
  titleBefore(text, text.indexOf(name))?.text ?? null;

describe('titleBefore', () => {
  it.each([
    ['security chief Maj. Gen. Karim Lahoud', 'Karim', 'Maj. Gen.'],
    ['the Foreign Minister Rana Deeb', 'Rana', 'Foreign Minister'],
    ['Movement Secretary General Samir Qudsi', 'Samir', 'Secretary General'],
    ['Sheikh Samir Qudsi', 'Samir', 'Sheikh'],
    ['قال الرئيس سمير القدسي', 'سمير', 'الرئيس'],
    ['the general Samir Qudsi', 'Samir', null],
    ['Foreign Samir Qudsi', 'Samir', null],
    ['met President, Samir Qudsi', 'Samir', null],
  ])('%s', (text, name, title) => {
    expect(before(text, name)).toBe(title);
  });

  it('says where it stands', () => {
    const text = 'met Dr. Rana Deeb';
    const title = titleBefore(text, 8);
    expect(title).toEqual({ start: 4, end: 7, text: 'Dr.' });
  });

  it('looks no further than a title reaches', () => {
    expect(titleBefore('A'.repeat(1_000_000), 1_000_000)).toBeNull();
  });
});
