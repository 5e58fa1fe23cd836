import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { readRecordAgain, type RecordAnswer, type RecordWish } from './read-record-again';

const SETTINGS = {
  profiles: [],
  profile: null,
  encoding: null,
  separator: null,
  maxRecordBytes: 1024 * 1024,
  target: null,
};
const TEXT = 'The ferry ‘Łódka’ sails\n\nHOLLIN - The crews said 🚢 on Monday.\n';

describe('readRecordAgain', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'backfile-record-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  function write(name: string, content: string | Buffer): string {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  }
  const wishFor = (path: string, words: string, rest: Partial<RecordWish> = {}): RecordWish => {
    const size = readFileSync(path).length;
    const start = TEXT.indexOf(words);
    return {
      file: { absolute: path, shown: path, root: folder, dumpPath: path, size, modifiedAt: 0 },
      settings: SETTINGS,
      index: 0,
      bytes: { start: 0, end: size },
      spans: [{ start, end: start + words.length }],
      ...rest,
    };
  };
  const wordsOf = (answer: RecordAnswer) => {
    const [excerpt] = answer.found ? answer.excerpts : [];
    return excerpt?.text.slice(excerpt.start - excerpt.textStart, excerpt.end - excerpt.textStart);
  };
  const bytesOf = (answer: RecordAnswer) => (answer.found ? (answer.excerpts[0]?.bytes ?? null) : null);

  it.each([
    ['plain', TEXT],
    ['behind a byte-order mark', `\ufeff${TEXT}`],
  ])('finds the words and their bytes in UTF-8, %s', async (name, content) => {
    const path = write(`${name}.txt`, content);
    for (const words of ['Łódka', '🚢', 'Monday']) {
      const answer = await readRecordAgain(wishFor(path, words));
      const bytes = bytesOf(answer);
      expect(wordsOf(answer)).toBe(words);
      expect(readFileSync(path).subarray(bytes?.start, bytes?.end).toString('utf8')).toBe(words);
    }
  });

  it('finds them in UTF-16', async () => {
    const path = write('wide.txt', Buffer.from(`\ufeff${TEXT}`, 'utf16le'));
    const answer = await readRecordAgain(wishFor(path, 'Łódka'));
    const bytes = bytesOf(answer);
    expect(readFileSync(path).subarray(bytes?.start, bytes?.end).toString('utf16le')).toBe('Łódka');
  });

  it('follows repaired mojibake back to its bytes', async () => {
    // The UTF-8 bytes of the text, taken for windows-1252 once and written as UTF-8.
    const path = write(
      'broken.txt',
      'The cafÃ© is shut\n\nHOLLIN - The crews said so on Monday in the cafÃ©.\n',
    );
    const answer = await readRecordAgain(wishFor(path, '', { spans: [{ start: 4, end: 8 }] }));
    expect(wordsOf(answer)).toBe('café');
    const bytes = bytesOf(answer);
    expect(readFileSync(path).subarray(bytes?.start, bytes?.end).toString('utf8')).toBe('cafÃ©');
  });

  it('gives words without bytes where the record is not its bytes decoded', async () => {
    const path = write('page.txt.gz', gzipSync(TEXT));
    const bytes = { start: 0, end: Buffer.byteLength(TEXT) };
    const answer = await readRecordAgain(wishFor(path, 'Łódka', { bytes }));
    expect([wordsOf(answer), bytesOf(answer)]).toEqual(['Łódka', null]);
  });

  it('says why where the record is not there as it was', async () => {
    const path = write('short.txt', TEXT);
    expect(await readRecordAgain(wishFor(path, 'Łódka', { index: 3 }))).toMatchObject({ found: false });
    const moved = wishFor(path, 'Łódka', { bytes: { start: 5, end: 9 } });
    expect(await readRecordAgain(moved)).toMatchObject({ found: false });
    rmSync(path);
    expect(await readRecordAgain({ ...moved })).toMatchObject({ found: false });
  });
});
