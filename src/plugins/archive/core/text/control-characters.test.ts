import { stripControlCharacters } from './control-characters';

describe('stripControlCharacters', () => {
  it('removes controls, bidirectional overrides, byte-order marks and lone surrogates', () => {
    expect(stripControlCharacters('a\0b\x07c\x1b[d\x7fe\x80f\x9fg\rh')).toBe('abc[defgh');
    expect(stripControlCharacters('\ufeffa\u202eb\u202ac\u2066d\u2069e')).toBe('abcde');
    expect(stripControlCharacters('a\ud800b\udc00c\udc00\ud800')).toBe('abc');
  });

  it('keeps text, line feeds, tabs, joiners, direction marks and whole surrogate pairs', () => {
    const text = 'a\n\tb می\u200cخواهم 👩\u200d👧 \u200eLRM\u200f \u{1F4F0} é\u00a0\u00ad';
    expect(stripControlCharacters(text)).toBe(text);
  });

  it('reads a megabyte of controls', () => {
    expect(stripControlCharacters(`a${'\0\ud800'.repeat(500_000)}b`)).toBe('ab');
  });
});
