import iconv from 'iconv-lite';

import { readerFor } from '../index';
import type { ReaderOptions } from '../reader';
import { evidenceTexts, readAll } from '../read-all.test-support';
import { jsonReader } from './json-reader';

const read = (input: string | Uint8Array, options: Partial<ReaderOptions> = {}) =>
  readAll(jsonReader, input, options);
const titles = async (text: string, options: Partial<ReaderOptions> = {}) =>
  (await read(text, options)).map(({ stated, refused }) => refused ?? stated?.title?.placed.text);

describe('jsonReader', () => {
  it('makes a record of each article of a list, with its bytes and the places of its values', async () => {
    const list =
      '[ {"id": 9007199254740993, "title": "The \\"lamp\\" \\u0644\\u0627", "body": "Lit.\\n\\nAgain."},\n{"id":1e21,"title":"Two","body":"Text"} ]';
    const [first, second, ...others] = await read(list);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ index: 0, start: 2, end: 90, format: 'json', refused: null });
    expect(first?.stated).toMatchObject({
      title: { placed: { text: 'The "lamp" لا' } },
      body: { placed: { text: 'Lit.\n\nAgain.' } },
      legacyId: { value: '9007199254740993' },
    });
    expect(evidenceTexts(first)).toMatchObject({
      title: 'json:column:title:guessed «The \\"lamp\\" \\u0644\\u0627»',
      legacyId: 'json:column:id:guessed «9007199254740993»',
    });
    expect(second?.text).toBe('{"id":1e21,"title":"Two","body":"Text"}');
    expect(second?.stated?.legacyId?.value).toBe('1e21');
  });

  it.each([
    [
      'an object that holds the list',
      '{"total": 2, "tags": [{"id": 1}], "data": {"posts": [{"title":"A","body":"x"},{"title":"B","body":"y"}]}, "next": null}',
    ],
    ['objects one after the other', '{\n "title":"A",\n "body":"x"\n}\n{\n "title":"B",\n "body":"y"\n}'],
  ])('finds the articles of %s', async (_name, text) => {
    expect(await titles(text)).toEqual(['A', 'B']);
  });

  it('takes one article with lists of its own for one record', async () => {
    const text = '{"title":"A","body":"x","comments":[{"author":"C","title":"D","text":"E"}]}';
    expect(await titles(text)).toEqual(['A']);
  });

  it('states pictures, tags and nested names, by path where the profile says so', async () => {
    const text =
      '[{"title":{"rendered":"A"},"content":"x","author":{"name":"Mara Velsk"},"tags":["sea","lamp"],' +
      '"images":[{"src":"http://a.example/1.jpg","alt":"One"},{"src":"http://a.example/2.jpg","alt":"Two"}]}]';
    const [guessed] = await read(text);
    expect(guessed?.stated).toMatchObject({
      title: { placed: { text: 'A' } },
      byline: { value: 'Mara Velsk' },
      tags: [{ value: 'sea' }, { value: 'lamp' }],
      media: [
        { url: { value: 'http://a.example/1.jpg' }, caption: { value: 'One' } },
        { url: { value: 'http://a.example/2.jpg' }, caption: { value: 'Two' } },
      ],
    });
    const columns = {
      'title.rendered': 'kicker',
      'images.1.alt': 'title',
      'images.src': 'media.url',
    } as const;
    const [mapped] = await read(text, { columns });
    expect(mapped?.stated).toMatchObject({
      kicker: { value: 'A' },
      title: { placed: { text: 'Two' }, evidence: { rule: 'json:column:images.1.alt', confidence: 1 } },
      media: [{ url: { value: 'http://a.example/1.jpg' } }, { url: { value: 'http://a.example/2.jpg' } }],
      byline: null,
    });
  });

  it.each([
    ['a missing quote', '{"title":"Bro, "body":"x"}'],
    ['a missing bracket', '{"title":"Bro", "body":["x"}'],
    ['a missing brace', '{"title":"Bro", "body":"x"'],
    ['a stray word', '{"title":"Bro", "body":x}'],
    ['a quote at the end of the line', '{"title":"Bro", "body":"x}'],
  ])('reads the neighbours of an article with %s', async (_name, broken) => {
    for (const between of [',', ',\n']) {
      const text = `[{"title":"A","body":"x"}${between}${broken}${between}{"title":"B","body":"y"}${between}{"title":"C","body":"z"}]`;
      const records = await read(text);
      expect(records.map(({ stated, refused }) => refused ?? stated?.title?.placed.text)).toEqual([
        'A',
        'quarantined',
        'B',
        'C',
      ]);
      const [fault] = records[1]?.issues ?? [];
      expect(fault).toMatchObject({ code: 'json-invalid' });
      expect(records[1]?.text).toBe(broken);
    }
  });

  it('tells names that come twice, uses the last, and takes __proto__ for a name', async () => {
    const [record] = await read('[{"title":"A","body":"x","__proto__":{"title":"Z"},"title":"B"}]');
    expect(record?.stated?.title?.placed.text).toBe('B');
    expect(record?.issues).toContainEqual({ code: 'json-duplicate-key', start: 50, end: 57, found: 'title' });
    expect(Object.prototype).not.toHaveProperty('title');
  });

  it('tells a property that only later articles have', async () => {
    const [, second] = await read(
      `[{"title":"A","body":"x"},${' '.repeat(300_000)}{"title":"B","body":"y","rubrik":"z"}]`,
    );
    expect(second?.issues).toEqual([{ code: 'columns-unmapped', start: 0, end: 0, found: 'rubrik' }]);
  });

  it('tells a file that ends inside its list', async () => {
    const records = await read('[{"title":"A","body":"x"},');
    expect(records.map(({ refused }) => refused)).toEqual([null, 'quarantined']);
    expect(records[1]).toMatchObject({ start: 26, end: 26, issues: [{ code: 'json-invalid' }] });
    expect(await titles('[{"title":"A","body":"x"},{"title":"B","bo')).toEqual([
      'A',
      'quarantined',
      'quarantined',
    ]);
  });

  it('refuses nesting beyond the limit and reads on', async () => {
    const deep = `{"title":"Deep","body":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(await titles(`[{"title":"A","body":"x"},${deep},{"title":"B","body":"y"}]`)).toEqual([
      'A',
      'quarantined',
      'B',
    ]);
    expect(await titles('['.repeat(100_000))).toEqual(['quarantined', 'quarantined']);
  });

  it('refuses an article beyond the limit without holding it, and reads on', async () => {
    const large = `{"title":"${'x'.repeat(2_000_000)}","body":"x"}`;
    const records = await read(`[{"title":"A","body":"x"},${large},{"title":"B","body":"y"}]`, {
      maxRecordBytes: 5000,
    });
    expect(records.map(({ stated, refused }) => refused ?? stated?.title?.placed.text)).toEqual([
      'A',
      'quarantined',
      'B',
    ]);
    expect(records[1]?.issues[0]).toMatchObject({ code: 'record-too-large', found: '2000023 bytes' });
  });

  it.each(['utf-16le', 'utf-16be', 'utf-8'])('keeps byte positions in %s', async (encoding) => {
    const text = '[{"title":"عاد المصباح","body":"قال الحراس"},\n {"title":"ثان","body":"نص"}]';
    const bytes = iconv.encode(text, encoding, { addBOM: true });
    const records = await read(bytes);
    expect(records.map(({ stated }) => stated?.title?.placed.text)).toEqual(['عاد المصباح', 'ثان']);
    for (const { start, end, text: slice } of records) {
      expect(iconv.decode(bytes.subarray(start, end), encoding, { stripBOM: false })).toBe(slice);
    }
  });

  it('takes hostile files in linear time', async () => {
    await read(`[${'{"title":"x,'.repeat(20_000)}`, { maxRecordBytes: 500_000 });
    await read(`[{"title":1},${'{"title":'.repeat(20_000)}`, { maxRecordBytes: 500_000 });
    await read(`{"a":${'[{"b":'.repeat(20_000)}`, { maxRecordBytes: 500_000 });
  }, 20_000);
});

describe('recognition', () => {
  it.each([
    ['a.json', '[{"title":"A"}]', 'json'],
    ['dump', '\uFEFF {"title":"A","body":"x"}', 'json'],
    ['a.txt', '[1] A list of footnotes\n[2] Another', 'text'],
    ['a.txt', '{"title":"A"}\n{"title":"B"}', 'jsonl'],
  ])('%s with %j is %s', (path, text, format) => {
    expect(readerFor(new TextEncoder().encode(text), path)?.name).toBe(format);
  });
});
