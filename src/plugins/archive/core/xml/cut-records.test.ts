import { cutRecords, type Cut } from './cut-records';

const OPTIONS = { names: new Set(['item']), limit: 1000 };

async function cuts(file: string | Uint8Array, chunk = 7, options = OPTIONS): Promise<Cut[]> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.slice(at, at + chunk);
  }
  const found: Cut[] = [];
  for await (const cut of cutRecords(chunks(), options)) found.push(cut);
  return found;
}

async function textsOf(file: string, chunk?: number): Promise<(string | null)[]> {
  const found = await cuts(file, chunk);
  return found
    .filter(({ kind }) => kind === 'record')
    .map(({ bytes }) => (bytes === null ? null : new TextDecoder().decode(bytes)));
}

const FILE =
  '<?xml version="1.0"?><!-- <item>no</item> --><rss><channel><title>é</title>' +
  '<item a="1">one<items/></item>\n<item><![CDATA[</item> <item>]]></item><item/>' +
  '<atom:item>two</atom:item></channel></rss>';

test.each([1, 2, 3, 7, 64, 4096])('records are cut alike in chunks of %i bytes', async (chunk) => {
  expect(await textsOf(FILE, chunk)).toEqual([
    '<item a="1">one<items/></item>',
    '<item><![CDATA[</item> <item>]]></item>',
    '<item/>',
    '<atom:item>two</atom:item>',
  ]);
});

test('places are bytes of the file, and the head is what is before the first record', async () => {
  const [head, first] = await cuts(FILE);
  const bytes = new TextEncoder().encode(FILE);
  expect(new TextDecoder().decode(head?.bytes ?? undefined)).toBe(FILE.slice(0, FILE.indexOf('<item a')));
  expect(new TextDecoder().decode(bytes.slice(first?.start, first?.end))).toBe(
    '<item a="1">one<items/></item>',
  );
});

test('a record that is not ended ends where the next begins, or with the file', async () => {
  const found = await cuts('<r><item>one <item>two</item> <item>three');
  expect(found.slice(1).map(({ ended }) => ended)).toEqual(['next-began', 'closed', 'file-ended']);
  expect(await textsOf('<r><item>one <item>two</item> <item>three')).toEqual([
    '<item>one ',
    '<item>two</item>',
    '<item>three',
  ]);
});

test('a CDATA section that nobody ended swallows no other record', async () => {
  const one = '<item><![CDATA[one</item>';
  const two = '<item><![CDATA[two]]></item>';
  const three = '<item>three</item>';
  expect(await textsOf(`<r>${one}${two}${three}</r>`)).toEqual([one, two, three]);
  expect(await textsOf(`<r>${three}${one}${three}</r>`)).toEqual([three, one, three]);
  expect(await textsOf(`<r><item><!-- x</item>${three}</r>`)).toEqual(['<item><!-- x</item>', three]);
});

test('a record beyond the limit is not held, the others are', async () => {
  const large = `<item>${'x'.repeat(5000)}</item>`;
  expect(await textsOf(`<r><item>one</item>${large}<item>two</item>`)).toEqual([
    '<item>one</item>',
    null,
    '<item>two</item>',
  ]);
});

test.each(['utf-16le', 'utf-16be'])('%s is cut by its units', async (encoding) => {
  const units = Array.from(`\ufeff${FILE}`, (character) => character.charCodeAt(0)).flatMap((code) => {
    return encoding === 'utf-16le' ? [code & 255, code >> 8] : [code >> 8, code & 255];
  });
  const bytes = Uint8Array.from(units);
  const found = (await cuts(bytes)).filter(({ kind }) => kind === 'record');
  const texts = found.map(({ start, end }) => new TextDecoder(encoding).decode(bytes.slice(start, end)));
  expect(texts).toEqual(await textsOf(FILE));
  expect(found.map(({ bytes: own }) => new TextDecoder(encoding).decode(own ?? undefined))).toEqual(texts);
});

test('a file without records is all head', async () => {
  expect(await cuts('<r>nothing</r>')).toMatchObject([{ kind: 'head', end: 14 }]);
});

test('SGML has no CDATA, and names in any case', async () => {
  const sgml = { names: new Set(['doc']), limit: 1000, anyCase: true, skipNothing: true };
  const found = await cuts('<DOC>a <![CDATA[ b</DOC>\n<doc>c < d <!-- e</doc>', 5, sgml);
  expect(found.filter(({ kind }) => kind === 'record').map(({ ended }) => ended)).toEqual([
    'closed',
    'closed',
  ]);
});

test('a gigantic file without records, and one without ends, are read in bounded memory', async () => {
  async function* chunks(text: string, count: number) {
    const chunk = new TextEncoder().encode(text);
    for (let index = 0; index < count; index += 1) yield chunk;
  }
  const line = 'no markup < at all & '.repeat(5000);
  let most = 0;
  for (const text of [line, `<item>${line}`]) {
    const before = process.memoryUsage().arrayBuffers;
    for await (const cut of cutRecords(chunks(text, 1000), OPTIONS)) {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      expect(cut.bytes?.length ?? 0).toBeLessThan(5_000_000);
    }
  }
  expect(most).toBeLessThan(100_000_000);
});
