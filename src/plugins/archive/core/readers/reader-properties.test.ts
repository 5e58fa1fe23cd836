import fc from 'fast-check';
import iconv from 'iconv-lite';

import { draftArticle } from '../draft/draft-from-record';
import type { SourceRecord } from '../source-record';
import { READERS } from './index';
import { readAll } from './read-all.test-support';
import type { Reader } from './reader';

/**
 * What holds for every reader, whatever the file: it never throws, comes to an end, yields records in order and inside
 * the file, and every place that it names lies inside its record. A reader is tested here by being in the list.
 */

const PROSE = 'The keepers lit the lamp again after nine years. '.repeat(6);

/** Small files of many formats; mutated, they reach into every reader. */
const FILES: readonly string[] = [
  `The Quay Courier\n\nLamp lit\nBy Mara Velsk\n3 April 2009\n\nRASMIRA - ${PROSE}`,
  `id,title,author,date,body\r\n1,"Lamp, lit",Mara,03/04/2009,"${PROSE}\n""Again"""\r\n2,Out,Toma,17/04/2009,Text`,
  `[{"id":1,"title":"Lamp","body":"<p>${PROSE}</p>","tags":["a","b"]},{"id":2,"title":"\\u0644\\ud83d","body":"x"}]`,
  `{"id":1,"title":"Lamp","body":"${PROSE}"}\n{"id":2,"title":"Out","date":1238716800,"body":"x"}\n`,
  `{"uri":"u:1","pubstatus":"usable","headlines":[{"value":"Lamp"}],"bodies":[{"value":"${PROSE}"}]}`,
  `Title: Lamp lit\nDate: 3 April 2009\n\n${PROSE}\n\n* * *\n\nTitle: Lamp out\nDate: 4 April 2009\n\n${PROSE}\n`,
  `<!DOCTYPE html><html><head><title>Lamp</title></head><body><h1>Lamp lit</h1><p>${PROSE}</p></body></html>`,
  `<DOC>\n<DOCNO>1</DOCNO>\n<HEADLINE>Lamp</HEADLINE>\n<TEXT>\n${PROSE}\n</TEXT>\n</DOC>\n<DOC><DOCNO>2</DOCNO></DOC>`,
  `<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version><item><title>Lamp &amp; co</title><wp:post_type>post</wp:post_type><description><![CDATA[${PROSE}]]></description></item></channel></rss>`,
  `<?xml version="1.0"?><nitf><head><title>Lamp</title></head><body><body.head><hedline><hl1>Lamp</hl1></hedline></body.head><body.content><p>${PROSE}</p></body.content></body></nitf>`,
  `<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="u"><contentMeta><headline>Lamp</headline></contentMeta><contentSet><inlineXML><p>${PROSE}</p></inlineXML></contentSet></newsItem>`,
  `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://quay.example/1\r\nContent-Length: 80\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><title>Lamp</title><p>x</p></html>\r\n\r\n`,
  `WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: http://quay.example/1\r\nContent-Length: 8\r\n\r\nLamp lit\r\n\r\n`,
  `HD  Lamp lit\nBY  Mara Velsk\nPD  3 April 2009\nSN  Quay Courier\nLP\n${PROSE}\nTD\n${PROSE}\nAN  Document QUAY00001\n\nHD  Lamp out\nTD\nx\nAN  QUAY00002\n`,
  `1 of 2 DOCUMENTS\n\nQuay Courier\n\nApril 3, 2009\n\nLamp lit\n\nBYLINE: Mara Velsk\n\nLENGTH: 9 words\n\n${PROSE}\n\nLOAD-DATE: April 4, 2009\n2 of 2 DOCUMENTS\n\nLENGTH: 1 words\n`,
  `<?xml version="1.0"?><mets><structMap TYPE="LOGICAL"><div TYPE="ARTICLE" ID="a"><fptr><area FILEID="f" BEGIN="b"/></fptr></div></structMap><structMap><div TYPE="page"/></structMap></mets>`,
  `<?xml version="1.0"?><alto><Layout><TextBlock ID="b"><TextLine><String CONTENT="Lamp"/><HYP/></TextLine></TextBlock></Layout></alto>`,
];
const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1256', 'windows-1252'];

/** A file in some encoding, some of its bytes changed, doubled or cut away. */
const mutated: fc.Arbitrary<Uint8Array> = fc
  .record({
    file: fc.constantFrom(...FILES),
    encoding: fc.constantFrom(...ENCODINGS),
    addBOM: fc.boolean(),
    edits: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        kind: fc.constantFrom('set', 'insert', 'cut', 'repeat'),
        byte: fc.oneof(
          fc.constantFrom(...Array.from('"\'{}[]<>&;,:\\\n\r\t\0', (c) => c.charCodeAt(0))),
          fc.nat(255),
        ),
        length: fc.integer({ min: 1, max: 60 }),
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ file, encoding, addBOM, edits }) => {
    let bytes = [...iconv.encode(file, encoding, { addBOM })];
    for (const { at, kind, byte, length } of edits) {
      const place = Math.floor(at * bytes.length);
      if (kind === 'set') bytes[place] = byte;
      else if (kind === 'insert') bytes.splice(place, 0, byte);
      else if (kind === 'cut') bytes.splice(place, length);
      else bytes = [...bytes.slice(0, place), ...bytes.slice(Math.max(0, place - length))];
    }
    return Uint8Array.from(bytes);
  });

/** A megabyte or less of one thing, which is where a scan shows that it is not linear. */
const HOSTILE: readonly string[] = [
  ...['"', '{', '[', '<', '(', ',', '\\', '&', '\n', '\r', '\0', ' ', '-', 'ã', '\u0301'].map((c) =>
    c.repeat(8_000),
  ),
  ...[
    '<a ',
    '<div>',
    '<!--',
    '<![CDATA[',
    '</p>',
    '&amp',
    '{"a":',
    '["',
    '",',
    '"\n',
    'a,"',
    '===\n',
    '\f\n',
  ].map((c) => c.repeat(20_000)),
  `[${'{"a":"b},'.repeat(5_000)}`,
  `title,body\n${'"x,\n'.repeat(5_000)}`,
];

function outOfPlace(record: SourceRecord): string[] {
  const { length } = record.text;
  const wrong: string[] = [];
  const check = (what: string, start: number, end: number) => {
    if (!(start >= 0 && start <= end && end <= length)) wrong.push(`${what} ${start}-${end} of ${length}`);
  };
  for (const { code, start, end } of record.issues) check(code, start, end);
  const { stated } = record;
  for (const [name, part] of Object.entries({ title: stated?.title, body: stated?.body })) {
    for (const piece of part?.placed.pieces ?? [])
      check(`${name} piece`, piece.record, piece.record + piece.length);
  }
  const draft = draftArticle(record, { profiles: [], path: 'x' });
  for (const [field, { start, end }] of Object.entries(draft.evidence)) check(field, start, end);
  for (const { text, start, end } of draft.entities) check(text, start, end);
  for (const { code, start, end } of draft.issues) check(code, start, end);
  return wrong;
}

const MOST = 4000;

async function faultsOf(reader: Reader, bytes: Uint8Array, chunkSize: number): Promise<string[]> {
  reader.recognises(bytes, 'dump');
  const records = await readAll(reader, bytes, { maxRecordBytes: MOST, chunkSize });
  let before = 0;
  return records.flatMap((record, index) => {
    const wrong = outOfPlace(record);
    if (record.index !== index) wrong.push(`index ${record.index} is not ${index}`);
    if (record.start < before) wrong.push(`starts at ${record.start}, before ${before}`);
    if (record.end < record.start || record.end > bytes.length)
      wrong.push(`ends at ${record.end} of ${bytes.length}`);
    // Any of the encodings has at most one UTF-16 unit a byte; DOS code pages and the like too.
    if (record.text.length > MOST) wrong.push(`holds ${record.text.length} characters of at most ${MOST}`);
    before = record.start;
    return wrong.map((one) => `record ${index}: ${one}`);
  });
}

describe.each(READERS.map((reader) => [reader.name, reader] as const))('%s', (_name, reader) => {
  const chunk = fc.constantFrom(1, 7, 64, 10_000);
  const runs = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 60) };

  it('takes any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), chunk, async (bytes, size) => {
        expect(await faultsOf(reader, bytes, size)).toEqual([]);
      }),
      runs,
    );
  }, 60_000);

  it('takes damaged files of any format and encoding', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, chunk, async (bytes, size) => {
        expect(await faultsOf(reader, bytes, size)).toEqual([]);
      }),
      runs,
    );
  }, 60_000);

  it('takes hostile files in time', async () => {
    for (const text of HOSTILE) {
      const started = performance.now();
      const bytes = new TextEncoder().encode(text);
      expect(await faultsOf(reader, bytes, 65_536)).toEqual([]);
      expect([text.slice(0, 12), performance.now() - started < 20_000]).toEqual([text.slice(0, 12), true]);
    }
  }, 240_000);

  it('reads the same whatever the chunks are', async () => {
    for (const text of FILES) {
      const bytes = new TextEncoder().encode(text);
      const whole = await readAll(reader, bytes, { chunkSize: 1_000_000 });
      expect(await readAll(reader, bytes, { chunkSize: 3 })).toEqual(whole);
    }
  }, 60_000);
});
