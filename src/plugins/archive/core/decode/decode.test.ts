import iconv from 'iconv-lite';
import { decode, isKnownEncoding } from './decode';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const encoded = (text: string, encoding: string): Uint8Array => Uint8Array.from(iconv.encode(text, encoding));
const codes = (data: Uint8Array): string[] => decode(data).issues.map(({ code }) => code);

const ENGLISH =
  'The harbour master said on Thursday that the old ferry would sail again – “at last”, he added.';
const FRENCH =
  'Le maire a déclaré jeudi que l’école serait fermée dès la rentrée. « C’est décidé », a-t-il dit.';
const GERMAN =
  'Der Bürgermeister erklärte am Donnerstag, die Straße werde größer. „Das ist schön“, sagte er.';
const PORTUGUESE = 'O presidente da câmara anunciou que a escola não abrirá amanhã. A decisão é à imprensa.';
const ARABIC = 'أعلن رئيس البلدية يوم الخميس أن المدرسة ستغلق أبوابها، وقال إن القرار نهائي.';
const RUSSIAN = 'Мэр города объявил в четверг, что школа будет закрыта. Решение принято, сказал он.';

describe('decode: byte-order marks and names', () => {
  it.each([
    ['utf-8', [0xef, 0xbb, 0xbf], 'utf-8'],
    ['utf-16le', [0xff, 0xfe], 'utf-16le'],
    ['utf-16be', [0xfe, 0xff], 'utf-16be'],
    ['utf-32le', [0xff, 0xfe, 0, 0], 'utf-32le'],
    ['utf-32be', [0, 0, 0xfe, 0xff], 'utf-32be'],
  ])('reads %s by its mark, which is not text and beats the named encoding', (name, mark, codec) => {
    const data = bytes(...mark, ...encoded(ARABIC, codec));
    expect(decode(data, { encoding: 'windows-1252' })).toEqual({
      text: ARABIC,
      encoding: { name, confidence: 1, from: 'bom' },
      issues: [],
      refused: null,
      bomLength: mark.length,
      repairs: [],
    });
  });

  it('obeys the named encoding even where the bytes are valid UTF-8', () => {
    const { text, encoding } = decode(utf8('Ж'), { encoding: 'cp1251' });
    expect([text, encoding]).toEqual(['Р–', { name: 'windows-1251', confidence: 1, from: 'declared' }]);
  });

  it('quarantines bytes that the named encoding does not have', () => {
    const { text, issues, refused } = decode(bytes(0x61, 0x81, 0x62), { encoding: 'windows-1252' });
    expect([text, refused]).toEqual(['a\uFFFDb', 'quarantined']);
    expect(issues).toEqual([{ code: 'encoding-invalid', start: 1, end: 2, found: '\uFFFD' }]);
  });

  it('believes a declaration that fits, and only then', () => {
    expect(decode(encoded(RUSSIAN, 'koi8-r'), { declared: 'KOI8-R' }).encoding).toEqual({
      name: 'koi8-r',
      confidence: 1,
      from: 'declared',
    });
    expect(decode(utf8(FRENCH), { declared: 'ISO-8859-1' })).toMatchObject({ text: FRENCH, issues: [] });
    expect(decode(encoded(FRENCH, 'windows-1252'), { declared: 'utf-8' }).text).toBe(FRENCH);
    expect(decode(utf8(ENGLISH), { declared: 'utf-16' }).text).toBe(ENGLISH);
    expect(decode(utf8(ENGLISH), { declared: 'no-such-thing' }).text).toBe(ENGLISH);
  });

  it('knows labels as people write them', () => {
    expect(
      ['Latin1', 'cp1256', 'Windows 1256', 'utf8', 'UTF-16', 'cp720', 'Shift_JIS'].every(isKnownEncoding),
    ).toBe(true);
    expect(['', 'base64', 'hex', 'utf-9', 'windows-9999', 'binary'].filter(isKnownEncoding)).toEqual([]);
  });

  it('throws for an unknown name, which callers must check', () => {
    expect(() => decode(utf8('a'), { encoding: 'utf-9' })).toThrow('utf-9');
  });
});

describe('decode: what is not text', () => {
  it.each([
    ['JPEG', bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16)],
    ['PDF', utf8('%PDF-1.4\nplain enough')],
    ['ZIP', bytes(0x50, 0x4b, 3, 4, 20, 0)],
    ['gzip', bytes(0x1f, 0x8b, 8, 0)],
    ['ELF', bytes(0x7f, 0x45, 0x4c, 0x46, 2, 1)],
    ['WebP', utf8('RIFF1234WEBPVP8 ')],
    ['NUL bytes', bytes(0x61, 0, 0, 0, 0x62, 0, 0x63, 0x64)],
    ['all byte values', Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256)],
    ['controls', Uint8Array.from({ length: 100 }, (_, index) => (index % 10 === 0 ? 3 : 0x61))],
  ])('rejects %s', (_, data) => {
    const { text, issues, refused } = decode(data);
    expect([text, issues.map(({ code }) => code), refused]).toEqual(['', ['file-binary'], 'rejected']);
  });

  it('keeps a text with one stray NUL', () => {
    expect(decode(bytes(...utf8(ENGLISH.repeat(4)), 0)).refused).toBeNull();
  });

  it.each([
    ['nothing', bytes()],
    ['white space', utf8(' \r\n\t\u00a0\n')],
    ['only a mark', bytes(0xef, 0xbb, 0xbf)],
  ])('rejects %s as empty', (_, data) => {
    expect([codes(data), decode(data).refused]).toEqual([['file-empty'], 'rejected']);
  });
});

describe('decode: guesses', () => {
  it.each([
    ['windows-1252', ENGLISH],
    ['windows-1252', FRENCH],
    ['windows-1252', GERMAN],
    ['windows-1252', PORTUGUESE],
    ['windows-1252', 'The café owner said on Thursday that he would close.'],
    ['windows-1252', 'A ticket will cost £5 from May, said the harbour master.'],
    ['windows-1256', ARABIC],
    ['windows-1256', 'Media ID: 1\nالقاهرة: افتتح المعرض السنوي\nSelect Page'],
    ['iso-8859-6', ARABIC.replace('،', '\u060c')],
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
    ['windows-1254', 'Belediye başkanı perşembe günü okulun kapatılacağını açıkladı. Işıklar söndü, dedi.'],
    [
      'windows-1250',
      'Burmistrz ogłosił w czwartek, że szkoła zostanie zamknięta. Źródła potwierdziły wiadomość.',
    ],
    ['macintosh', FRENCH],
    ['macintosh', GERMAN],
    ['shift_jis', '市長は木曜日、学校を閉鎖すると発表した。決定は最終的だと述べた。'],
    ['gb18030', '市长星期四宣布学校将关闭。他说这是最后的决定。'],
    ['iso-2022-jp', null],
  ])('tells %s: %j', (name, text) => {
    // iconv-lite lacks ISO-2022-JP: `ESC $ B` 日本 `ESC ( B`, several times over.
    const data =
      text === null ? utf8('\x1b$BF|K\\\x1b(B and \x1b$BF|K\\8l$N$b$8\x1b(B') : encoded(text, name);
    const { text: read, encoding, issues, refused } = decode(data);
    expect(read).toBe(text ?? '日本 and 日本語のもじ');
    expect(encoding).toMatchObject({ name, from: 'guessed' });
    expect(encoding.confidence).toBeLessThan(1);
    expect(issues).toEqual([{ code: 'encoding-guessed', start: 0, end: read.length, found: name }]);
    expect(refused).toBeNull();
  });

  it.each(['utf-16le', 'utf-16be'])('tells %s without a mark, a ruled line notwithstanding', (name) => {
    const text = `${ENGLISH}\n─\n`;
    expect(decode(iconv.encode(text, name, { addBOM: false }))).toMatchObject({ text, refused: null });
  });

  it.each(['utf-16le', 'utf-16be'])('tells %s without a mark', (name) => {
    for (const text of [ENGLISH, ARABIC, 'Hi']) {
      expect(decode(encoded(text, name))).toMatchObject({
        text,
        encoding: { name, from: 'guessed' },
        refused: null,
      });
    }
  });

  it('takes valid UTF-8 for certain', () => {
    expect(decode(utf8(`${ARABIC}\n${FRENCH}\n日本\u{1F4F0}`))).toMatchObject({
      encoding: { name: 'utf-8', confidence: 1, from: 'valid' },
      issues: [],
    });
  });
});

describe('decode: damage', () => {
  it('quarantines UTF-8 with broken bytes and says where they are', () => {
    const data = bytes(...utf8('\u{1F4F0} “Déjà” '), 0xe2, 0x80, ...utf8(' vu '), 0x93, 0x0a);
    const { text, encoding, issues, refused } = decode(data);
    expect(text).toBe('\u{1F4F0} “Déjà” \uFFFD vu \uFFFD\n');
    expect([encoding.name, encoding.from, refused]).toEqual(['utf-8', 'guessed', 'quarantined']);
    expect(issues.slice(1)).toEqual([
      { code: 'encoding-invalid', start: 10, end: 11, found: '0xE2 0x80' },
      { code: 'encoding-invalid', start: 15, end: 16, found: '0x93' },
    ]);
  });

  it('quarantines ASCII with a byte that makes no sense', () => {
    for (const stray of [[0xff], [0x81], [0xc3], [0xe2, 0x80]]) {
      const decoded = decode(
        bytes(...utf8('The old ferry'), ...stray, ...utf8('s will sail again in May, he said.')),
      );
      expect([stray, decoded.refused, decoded.encoding.name]).toEqual([stray, 'quarantined', 'utf-8']);
    }
  });

  it('caps the issues and says how many places more there are', () => {
    const { issues } = decode(bytes(...utf8('é'.repeat(200)), ...new Uint8Array(50).fill(0xff)));
    const invalid = issues.filter(({ code }) => code === 'encoding-invalid');
    expect(invalid).toHaveLength(20);
    expect(invalid[19]?.found).toBe('0xFF (and 30 more)');
  });

  it('reports repaired mojibake, with places of the repaired text', () => {
    const { text, issues, refused } = decode(utf8('CafÃ© itâ€™s'));
    expect([text, refused]).toEqual(['Café it’s', null]);
    expect(issues).toEqual([
      { code: 'mojibake-repaired', start: 3, end: 4, found: 'Ã©' },
      { code: 'mojibake-repaired', start: 7, end: 8, found: 'â€™' },
    ]);
  });

  it('places broken bytes after repairs', () => {
    const data = bytes(...utf8('CafÃ© itâ€™s éé'), 0xff, 0x2e);
    const { text, issues } = decode(data);
    const broken = issues.find(({ code }) => code === 'encoding-invalid');
    expect(text.slice(broken?.start, broken?.end)).toBe('\uFFFD');
  });

  it.each([
    [0xff],
    [0xc7],
    [0xc3, 0xa9],
    [0xe2, 0x80],
    [0x61],
    [0xc7, 0xe1, 0x20],
    [0x1b],
    [0xf0, 0x9f, 0x93],
  ])('reads a megabyte of %p %p %p in linear time', (...pattern) => {
    const data = Uint8Array.from({ length: 1 << 20 }, (_, index) => pattern[index % pattern.length] ?? 0);
    expect(decode(data).encoding.confidence).toBeLessThanOrEqual(1);
  });
});
