import { scanUtf8 } from './utf-8-scan';

describe('scanUtf8', () => {
  it('finds each replacement character where TextDecoder puts it', () => {
    let state = 1;
    for (let round = 0; round < 3000; round++) {
      const bytes = Uint8Array.from({ length: 12 }, () => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return (
          [0x61, 0x80, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xe0, 0xe2, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0x90, 0x8f][
            state >>> 28
          ] ?? 0
        );
      });
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      const places = [...text.matchAll(/\uFFFD/g)].map(({ index }) => index);
      expect(scanUtf8(bytes).invalid.map(({ start }) => start)).toEqual(places);
    }
  });

  it('tells a properly encoded U+FFFD from a broken byte', () => {
    const scan = scanUtf8(Uint8Array.of(0xef, 0xbf, 0xbd, 0xff));
    expect([scan.multiByte, scan.high, scan.invalid]).toEqual([1, 4, [{ start: 1, end: 2, found: '0xFF' }]]);
  });
});
