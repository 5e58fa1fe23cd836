import iconv from 'iconv-lite';
import { repairMojibake } from './mojibake';

/** windows-1252 as WHATWG reads it: the five undefined bytes become C1 controls. */
function misread(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => {
    const character = iconv.decode(Uint8Array.of(byte), 'windows-1252');
    return character === '\uFFFD' ? String.fromCharCode(byte) : character;
  }).join('');
}

describe('repairMojibake', () => {
  it.each([
    'Le maire a déclaré que l’école — « fermée » — rouvrirait à Noël… 20 €',
    'Der Bürgermeister: „Größe“, ÄÖÜ, Straße',
    'O presidente da câmara: não, à imprensa, INFORMAÇÃO, AMANHÃ',
    'أعلن رئيس البلدية يوم الخميس أن المدرسة ستغلق أبوابها، وقال و ٢٠٠٩',
    'Мэр города объявил в четверг: я и он',
    '市長は木曜日、学校を閉鎖すると発表した。',
    'Ο δήμαρχος ανακοίνωσε',
    'ראש העיר הודיע',
    'Burmistrz ogłosił, że szkoła',
    'it’s “so” – really… ™ 5 £',
    'news \u{1F4F0}',
    'We ♥ H₂O, 5 ≠ 6 ↗ ♪',
    '© 2009 L’Écho, 20 °C, à la carte',
  ])('restores %s', (text) => {
    const { text: repaired, repairs } = repairMojibake(misread(text));
    expect(repaired).toBe(text);
    for (const { start, end, original } of repairs) expect(original).toBe(misread(text.slice(start, end)));
  });

  it.each([
    'Le maire a déclaré : « École », « LIBERTÉ», enchanté…», à « Paris »',
    'À «\u00a0l’été\u00a0», c’est à\u00a0«\u00a0voir\u00a0»; forêt, août, Noël, œuvre',
    'Für „Spaß“ und „Größe“ – Ä“, Ö”, Ü… „Ä“',
    'AMANHû, IRMÃ”, INFORMAÇÃO… MAÇÃ– e MAÇÃ™ «AMANHû',
    'SÃO PAULO – A DECISÃO É «NÃO» – ROMÃ»',
    'Â© alone, Â® and Â« too',
    'Århus: «BLÅ», BLÅ” og SMÅ– Ø» Æ”',
    'ΕΛΛΑΔΑ Ã',
    'Ðuro ÐURÐEVIÆ – Þór',
    'passé’” – naïve… “café”',
    'النص العربي «سليم»',
    'plain',
  ])('leaves genuine text alone: %s', (text) => {
    expect(repairMojibake(text)).toEqual({ text, repairs: [] });
  });

  it('repairs runs and leaves the genuine rest', () => {
    expect(repairMojibake('Née à Orléans, «LIBERTÉ», CafÃ© 20â‚¬, Â©').text).toBe(
      'Née à Orléans, «LIBERTÉ», Café 20€, Â©',
    );
  });

  it('gives spans of the repaired text', () => {
    expect(repairMojibake('CafÃ©s â€“ Ø§Ù„').repairs).toEqual([
      { start: 3, end: 4, original: 'Ã©' },
      { start: 6, end: 7, original: 'â€“' },
      { start: 8, end: 10, original: 'Ø§Ù„' },
    ]);
  });

  it.each(['Ã', 'Ã©', 'â€', 'Ø', 'ð', 'a', 'é…»'])('reads a megabyte of %j in linear time', (piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    expect(repairMojibake(text).text.length).toBeLessThanOrEqual(text.length);
  });
});
