import fc from 'fast-check';

import { draftArticle } from '../../draft/draft-from-record';
import type { SourceRecord } from '../../source-record';
import { readerFor } from '../index';

jest.setTimeout(60_000);

const LIMIT = 100_000;

async function* chunksOf(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(source: string | Uint8Array, size = 61): Promise<SourceRecord[]> {
  const bytes = Buffer.from(source);
  const reader = readerFor(bytes, 'a.bin');
  const records: SourceRecord[] = [];
  if (reader === null) return records;
  for await (const record of reader.records(chunksOf(bytes, size), { maxRecordBytes: LIMIT }))
    records.push(record);
  return records;
}

/** `warc article`, or the outcome with its first issue. */
function inShort(records: readonly SourceRecord[]): string[] {
  return records.map((record) => {
    const { outcome, issues } = draftArticle(record, { profiles: [], path: 'a' });
    return `${record.format} ${outcome}${outcome === 'article' ? '' : ` ${issues[0]?.code}`}`;
  });
}

const STORY = 'The ferry crews of Hollin went back to work on Monday after nine weeks at the gates. ';
const PAGE = `<html><head><title>Ferry Crews Return | The Daily Quay</title></head><body><h1>Ferry Crews Return</h1>
<p>${STORY.repeat(5)}</p><p>${STORY.repeat(5)}</p></body></html>`;

function warc(type: string, url: string, content: string, headers: Record<string, string> = {}): string {
  const all = {
    'WARC-Type': type,
    'WARC-Target-URI': url,
    'WARC-Date': '2009-03-01T10:00:00Z',
    'Content-Type': 'application/http; msgtype=response',
    'Content-Length': String(Buffer.byteLength(content)),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `WARC/1.0\r\n${lines.join('')}\r\n${content}\r\n\r\n`;
}

const http = (status: string, headers: string, body: string) => `HTTP/1.1 ${status}\r\n${headers}\r\n${body}`;
const page = (url: string, body = PAGE) =>
  warc('response', url, http('200 OK', 'Content-Type: text/html; charset=utf-8\r\n', body));
const QUAY = 'http://quay.example';
const INFO = warc('warcinfo', '', 'software: none', { 'Content-Type': 'application/warc-fields' });

describe('WARC', () => {
  it.each([1, 61, 100_000])('gives pages and counts what is none, in chunks of %i bytes', async (size) => {
    const source = [
      INFO,
      warc('request', `${QUAY}/1`, 'GET / HTTP/1.1\r\n\r\n'),
      page(`${QUAY}/1`),
      warc('response', `${QUAY}/old`, http('301 Moved', 'Location: /new\r\n', '')),
      warc('response', `${QUAY}/gone`, http('404 Not Found', 'Content-Type: text/html\r\n', '<p>Gone.</p>')),
      warc('response', `${QUAY}/a.png`, http('200 OK', 'Content-Type: image/png\r\n', 'PNG')),
      page(`${QUAY}/new`, PAGE.replaceAll('Crews', 'Pilots')),
      warc('resource', `${QUAY}/res`, PAGE.replaceAll('Crews', 'Cooks'), { 'Content-Type': 'text/html' }),
      warc('conversion', `${QUAY}/wet`, `Ferry Guards Return\n\n${STORY}\n\n${STORY}`, {
        'Content-Type': 'text/plain',
      }),
      warc('revisit', `${QUAY}/1`, http('200 OK', '', '')),
      warc('revisit', `${QUAY}/else`, '', { 'WARC-Refers-To-Target-URI': `${QUAY}/elsewhere` }),
    ].join('');
    const records = await read(source, size);
    expect(inShort(records)).toEqual([
      'warc article',
      'warc rejected http-redirect',
      'warc rejected http-error',
      'warc rejected media-type-unsupported',
      'warc article',
      'warc article',
      'wet article',
      'warc rejected capture-repeated',
      'warc rejected revisit-unresolved',
    ]);
    expect(records.map(({ index }) => index)).toEqual(records.map((_, index) => index));
    expect(records[1]?.issues[0]?.found).toBe(`301 ${QUAY}/old -> ${QUAY}/new`);
    for (const { start, end } of records)
      expect(source.slice(start, end)).toMatch(/^WARC\/1\.0\r\n[^]*[^\n\r]?$/);
    const [first] = records;
    expect(source.slice(first?.start, first?.end)).toContain(PAGE);
  });

  it('takes address and date of capture from the record, and addresses that led to it', async () => {
    const redirect = warc('response', `${QUAY}/?p=7`, http('302 Found', `Location: ${QUAY}/7\r\n`, ''));
    const [, record] = await read(redirect + page(`${QUAY}/7`));
    if (record === undefined) throw new Error('There is no page.');
    const draft = draftArticle(record, { profiles: [], path: 'a' });
    expect(draft.article).toMatchObject({ legacyUrl: `${QUAY}/7`, dateEdtf: 'XXXX', dateBasis: 'unknown' });
    expect(draft.otherUrls).toEqual([`${QUAY}/?p=7`]);
    expect(record.stated?.capturedBefore).toBe('2009-03-01T10:00:00Z');
    const [wet] = await read(
      warc('conversion', `${QUAY}/8`, `Ferry News\n\n${STORY}`, { 'Content-Type': 'text/plain' }),
    );
    if (wet === undefined) throw new Error('There is no text.');
    expect(draftArticle(wet, { profiles: [], path: 'a' }).article.legacyUrl).toBe(`${QUAY}/8`);
  });

  it('joins chunks, and keeps what there is where they are wrong', async () => {
    const chunked = (body: string) =>
      warc(
        'response',
        QUAY,
        http('200 OK', 'Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n', body),
      );
    const size = (text: string) => Buffer.byteLength(text).toString(16);
    const half = PAGE.slice(0, 300);
    const rest = PAGE.slice(300);
    const good = `${size(half)};x=1\r\n${half}\r\n${size(rest)}\r\n${rest}\r\n0\r\n\r\n`;
    const [joined] = await read(chunked(good));
    expect(joined).toMatchObject({ text: PAGE, refused: null });
    const [wrong] = await read(chunked(`${size(half)}\r\n${half}\r\nffff\r\n${rest}`));
    expect(wrong).toMatchObject({ text: PAGE, refused: 'quarantined' });
    expect(wrong?.issues[0]).toMatchObject({ code: 'http-body-damaged', found: 'wrong chunk length' });
    const [plain] = await read(chunked(PAGE));
    expect(plain).toMatchObject({ text: PAGE, refused: null });
  });

  it('believes the charset of the server, then that of the page, where they fit', async () => {
    const of = (headers: string, body: Buffer) => {
      const content = Buffer.concat([Buffer.from(`HTTP/1.0 200 OK\r\n${headers}\r\n`), body]);
      return Buffer.concat([
        Buffer.from(warc('response', QUAY, '', { 'Content-Length': String(content.length) }).trimEnd()),
        Buffer.from('\r\n\r\n'),
        content,
      ]);
    };
    const arabic = Buffer.from([0xc7, 0xe1, 0xdf, 0xca, 0xc7, 0xc8]);
    const body = Buffer.concat([Buffer.from('<title>'), arabic, Buffer.from('</title><p>x</p>')]);
    const [served] = await read(of('Content-Type: text/html; charset=windows-1256\r\n', body));
    expect(served).toMatchObject({ encoding: { name: 'windows-1256', from: 'declared' } });
    expect(served?.text).toContain('الكتاب');
    const meta = Buffer.concat([Buffer.from('<meta charset="windows-1256">'), body]);
    const [own] = await read(of('Content-Type: text/html; charset=utf-8\r\n', meta));
    expect(own?.text).toContain('الكتاب');
  });

  it('tells a wrong length and goes on at the next record', async () => {
    const longer = page(`${QUAY}/1`).replace(
      /Content-Length: (\d+)/,
      (_, n: string) => `Content-Length: ${Number(n) + 90}`,
    );
    const shorter = page(`${QUAY}/2`).replace(
      /Content-Length: (\d+)/,
      (_, n: string) => `Content-Length: ${Number(n) - 90}`,
    );
    const none = page(`${QUAY}/3`).replace(/Content-Length: \d+\r\n/, '');
    const records = await read(longer + shorter + none + page(`${QUAY}/4`));
    expect(inShort(records)).toEqual([
      ...Array.from({ length: 3 }, () => 'warc quarantined record-length-wrong'),
      'warc article',
    ]);
    expect(records.slice(0, 3).map(({ text }) => text)).toEqual([PAGE, PAGE, PAGE]);
  });

  it('tells stray bytes, a cut record and a record over the limit, and keeps the others', async () => {
    const large = page(`${QUAY}/2`, PAGE + 'x'.repeat(LIMIT));
    const source = `${page(`${QUAY}/1`)}stray\nbytes\n${large}${page(`${QUAY}/3`)}${page(`${QUAY}/4`).slice(0, -500)}`;
    const records = await read(source, 4_000);
    expect(inShort(records)).toEqual([
      'warc article',
      'warc quarantined capture-unframed',
      'warc quarantined record-too-large',
      'warc article',
      'warc quarantined record-truncated',
    ]);
  });

  it('tells a file without captures, such as WAT', async () => {
    const metadata = warc('metadata', QUAY, '{"Envelope":{}}', { 'Content-Type': 'application/json' });
    expect(inShort(await read(INFO + metadata))).toEqual(['warc rejected capture-none']);
  });

  it('takes time in proportion to hostile input', async () => {
    const lines = `WARC/1.0\r\n${'WARC-X: y\r\n'.repeat(90_000)}`;
    const starts = 'WARC/1.0\n'.repeat(100_000);
    const noEnds = `WARC/1.0\r\nContent-Length: 5\r\n\r\n${'x'.repeat(5_000_000)}`;
    for (const source of [lines, starts, noEnds]) {
      const records = await read(source, 65_536);
      expect(records.length).toBeGreaterThan(0);
    }
  });
});

describe('ARC', () => {
  const body = http('200 OK', 'Content-Type: text/html\r\n', PAGE);
  const line = (url: string, length: number | string) =>
    `${url} 192.0.2.1 20050117120000 text/html ${length}\n`;
  const first = 'filedesc://quay.arc 0.0.0.0 20050117120000 text/plain 7\n1 0 Qu.\n\n';

  it('gives pages; addresses may have blanks in them', async () => {
    const version2 = `${QUAY}/3 192.0.2.1 20050117120000 text/html 200 sum - 0 quay.arc ${body.length}\n${body}\n`;
    const source = `${first}${line(`${QUAY}/1`, body.length)}${body}\n${line(`${QUAY}/a b?c d`, body.length)}${body}\n${version2}`;
    const records = await read(source);
    expect(inShort(records)).toEqual(['arc article', 'arc article', 'arc article']);
    expect(records.map(({ stated }) => stated?.legacyUrl?.value)).toEqual([
      `${QUAY}/1`,
      `${QUAY}/a b?c d`,
      `${QUAY}/3`,
    ]);
    expect(records[0]?.stated?.capturedBefore).toBe('2005-01-17T12:00:00Z');
  });

  it('tells lines that are none, and a cut record', async () => {
    const source = `${first}${line(`${QUAY}/1`, -1)}${line(`${QUAY}/2`, body.length)}${body.slice(0, -30)}`;
    expect(inShort(await read(source))).toEqual([
      'arc quarantined capture-unframed',
      'arc quarantined record-truncated',
    ]);
  });
});

it('never throws, ends, and gives places within the file, whatever bytes are changed', async () => {
  const whole = Buffer.from(INFO + page(`${QUAY}/1`) + warc('revisit', QUAY, '') + page(`${QUAY}/2`));
  const arc = Buffer.from(
    `filedesc://q 0.0.0.0 20050117120000 text/plain 1\nx\n${QUAY} 192.0.2.1 20050117120000 text/html 5\nHTTP/\n`,
  );
  const change = fc.record({ at: fc.nat(), to: fc.integer({ min: 0, max: 255 }) });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(whole, arc),
      fc.array(change, { maxLength: 10 }),
      fc.nat(),
      fc.integer({ min: 1, max: 500 }),
      async (base, changes, cut, size) => {
        const bytes = Buffer.from(base.subarray(0, cut % 2 === 0 ? base.length : cut % base.length));
        for (const { at, to } of changes) if (at % 7 !== 0) bytes[at % Math.max(1, bytes.length)] = to;
        let last = 0;
        for (const record of await read(bytes, size)) {
          expect(record.start).toBeGreaterThanOrEqual(last === 0 ? 0 : last);
          expect(record.end).toBeLessThanOrEqual(bytes.length);
          last = record.end;
          const draft = draftArticle(record, { profiles: [], path: 'a' });
          for (const { start, end } of [...Object.values(draft.evidence), ...draft.entities]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeLessThanOrEqual(record.text.length);
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});
