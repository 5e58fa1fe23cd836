import { gzipSync } from 'node:zlib';

import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import { tarOf, zipOf } from '../harness/build-archives';
import { BODY, inShort, line, page, parsed, taskFor } from './dump';
import { knowLinesFormat } from './lines-reader';

let folder: TemporaryFolder;
beforeAll(async () => {
  knowLinesFormat();
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

const LINES = [0, 1, 2].map((number) => line(number)).join('');
const FILES = [
  { name: 'a/1.txt', content: page(1) },
  { name: 'b.lines', content: LINES },
  { name: 'c.lines.gz', content: gzipSync(LINES) },
  { name: 'd.txt', content: page(4) },
];

/** Where each record stands: `member#index in member @start-end`. */
async function places(content: Uint8Array, skip = 0): Promise<string[]> {
  const items = await parsed([taskFor(folder.path, 'dump.bin', content, skip)], { workers: 0 });
  return items.flatMap((item) =>
    item.kind === 'record'
      ? [`${item.record.member}#${item.record.indexInMember} @${item.record.start}-${item.record.end}`]
      : [],
  );
}

describe('a container', () => {
  const ends = [1, 2, 3].map((count) => LINES.split('\n').slice(0, count).join('\n').length + 1);
  const ofLines = (member: string) =>
    ends.map((end, index) => `${member}#${index} @${ends[index - 1] ?? 0}-${end}`);
  const all = [
    `a/1.txt#0 @0-${page(1).length}`,
    ...ofLines('b.lines'),
    ...ofLines('c.lines.gz'),
    `d.txt#0 @0-${page(4).length}`,
  ];

  it('gives the records of its files in order, numbered through and each within its file', async () => {
    const task = taskFor(folder.path, 'dump.zip', zipOf(FILES));
    const items = await parsed([task], { workers: 1 });
    expect(inShort(items)).toEqual([...all.map((_, index) => `dump.zip#${index} article`), 'dump.zip end 8']);
    expect(items.at(-1)).toMatchObject({ bytes: task.file.size, changed: false });
    expect(await places(zipOf(FILES))).toEqual(all);
    expect(await places(gzipSync(await tarOf(FILES)))).toEqual(all);
  });

  it.each([1, 3, 7, 8])('goes on behind its first %i records', async (skip) => {
    expect(await places(zipOf(FILES), skip)).toEqual(all.slice(skip));
  });

  it('without a file is told', async () => {
    const items = await parsed([taskFor(folder.path, 'empty.zip', zipOf([]))], { workers: 0 });
    expect(inShort(items)).toEqual(['empty.zip#0 rejected container-empty', 'empty.zip end 1']);
  });

  it('that is damaged keeps what is whole and puts the half record aside', async () => {
    // Stored, so that a cut in the packed bytes is one in the text.
    const packed = gzipSync(LINES + line(9, BODY.repeat(50)), { level: 0 });
    const task = taskFor(folder.path, 'cut.lines.gz', packed.subarray(0, LINES.length + 500));
    const items = await parsed([task], { workers: 0 });
    const whole = [0, 1, 2].map((index) => `cut.lines.gz#${index} article`);
    expect(inShort(items)).toEqual([
      ...whole,
      'cut.lines.gz#3 quarantined container-damaged',
      'cut.lines.gz end 4',
    ]);
    expect(items[3]).toMatchObject({ record: { format: 'lines', start: LINES.length, end: LINES.length } });
    const half = await parsed([taskFor(folder.path, 'half.txt.gz', gzipSync(page(1)).subarray(0, 60))], {
      workers: 0,
    });
    expect(inShort(half)).toEqual([
      expect.stringMatching(/^half.txt.gz#0 quarantined container-damaged/),
      'half.txt.gz end 1',
    ]);
  });

  it('loses only the file in which the reading of a record does not end', async () => {
    const files = [
      { name: '1.txt', content: page(1) },
      { name: '2.txt', content: page(2, 'FAULT decode') },
      { name: '3.txt', content: page(3) },
      { name: '4.txt', content: page(4, 'FAULT loop') },
      { name: '5.txt', content: page(5, 'FAULT decode') },
      { name: '6.txt', content: page(6) },
    ];
    const items = await parsed([taskFor(folder.path, 'slow.zip', zipOf(files))], { recordTimeoutMs: 1_000 });
    expect(inShort(items)).toEqual([
      'slow.zip#0 article',
      'slow.zip#1 quarantined parse-timeout',
      'slow.zip#2 article',
      'slow.zip#3 quarantined parse-timeout',
      'slow.zip#4 quarantined parse-timeout',
      'slow.zip#5 article',
      'slow.zip end 6',
    ]);
    expect(items.flatMap((item) => (item.kind === 'record' ? [item.record.member] : []))).toEqual(
      files.map(({ name }) => name),
    );
  });
});
