import iconv from 'iconv-lite';
import { byteOffsetAt } from './byte-map';
import { decode } from './decode';

const TEXT = 'Café 20 € – ok\nend';

describe('byteOffsetAt', () => {
  it.each([
    ['utf-8', 'Café \u{1F4F0} خبر'],
    ['utf-16le', 'Café \u{1F4F0} خبر'],
    ['utf-16be', 'Café \u{1F4F0} خبر'],
    ['utf-32le', 'Café \u{1F4F0} خبر'],
    ['windows-1252', TEXT],
    ['windows-1256', 'خبر من القاهرة'],
    ['cp720', 'خبر'],
    ['gb18030', 'a市长€b\u{1F4F0}'],
    ['big5', 'a市長b'],
    ['euc-kr', 'a시장b'],
    ['shift_jis', 'aｶﾅ市長b'],
    ['euc-jp', 'a市長b'],
  ])('finds each character of %s in its bytes', (name, text) => {
    let at = 0;
    for (const character of text) {
      expect(byteOffsetAt(text, name, at)).toBe(iconv.encode(text.slice(0, at), name).length);
      at += character.length;
    }
    expect(byteOffsetAt(text, name, at, { bomLength: 3 })).toBe(iconv.encode(text, name).length + 3);
  });

  it('counts the start of a surrogate pair for its middle', () => {
    expect(byteOffsetAt('a\u{1F4F0}b', 'utf-8', 2)).toBe(1);
    expect(byteOffsetAt('a\u{1F4F0}b', 'utf-8', 3)).toBe(5);
  });

  it('follows repaired mojibake back to the bytes', () => {
    const bytes = new TextEncoder().encode('\uFEFFCafÃ© itâ€™s Ø§Ù„ end');
    const decoded = decode(bytes);
    const offset = (found: string): number | null =>
      byteOffsetAt(decoded.text, decoded.encoding.name, decoded.text.indexOf(found), decoded);
    const original = (found: string): number => new TextEncoder().encode(originalBefore(found)).length;
    expect([offset('é'), offset(' it'), offset('ل'), offset('end')]).toEqual([
      original('Ã©'),
      original(' it'),
      original('Ù„'),
      original('end'),
    ]);
  });

  it('has no answer where the bytes cannot be known', () => {
    expect(byteOffsetAt('a\uFFFDb', 'utf-8', 2)).toBeNull();
    expect(byteOffsetAt('a\uFFFDb', 'utf-8', 1)).toBe(1);
    expect(byteOffsetAt('日本', 'iso-2022-jp', 1)).toBeNull();
    expect(byteOffsetAt('aخ', 'big5', 2)).toBeNull();
    expect(byteOffsetAt('abc', 'no-such-name', 1)).toBeNull();
    expect([-1, 4, 0.5].map((at) => byteOffsetAt('abc', 'utf-8', at))).toEqual([null, null, null]);
  });
});

function originalBefore(found: string): string {
  const text = '\uFEFFCafÃ© itâ€™s Ø§Ù„ end';
  return text.slice(0, text.indexOf(found));
}
