import { parseFiles, type ParseTask } from '../../src/plugins/archive/server/src/import/input/parse-files';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import { BODY, inShort, line, page, parsed, PATIENT, SETTINGS, taskFor, wellDone } from './dump';

/** Long for a page of some hundred characters in a cold worker on a busy machine. */
const LIMIT_MS = 1000;

let folder: TemporaryFolder;

beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

/** Pages `00.txt` ... `19.txt`, of which the named ones have something extra in their text. */
function pagesWith(extra: Readonly<Record<number, string>>): ParseTask[] {
  return Array.from({ length: 20 }, (_, number) =>
    taskFor(folder.path, nameOf(number), page(number, extra[number] ?? '')),
  );
}

const nameOf = (number: number) => `${String(number).padStart(2, '0')}.txt`;
const NAMES = Array.from({ length: 20 }, (_, number) => nameOf(number));

function expected(codes: Readonly<Record<number, string>>): string[] {
  return NAMES.flatMap((name, number) => {
    const code = codes[number];
    return code === undefined ? wellDone([name]) : [`${name}#0 quarantined ${code}`, `${name} end 1`];
  });
}

describe('a record whose parsing does not end', () => {
  it('is quarantined, whichever step it hangs in; the others are parsed once each', async () => {
    const tasks = pagesWith({ 7: 'FAULT loop', 8: `FAULT decode ${BODY.repeat(30_000)}`, 19: 'FAULT loop' });
    const items = await parsed(tasks, { recordTimeoutMs: LIMIT_MS });
    const stopped = 'parse-timeout';
    expect(inShort(items)).toEqual(expected({ 7: stopped, 8: stopped, 19: stopped }));
    const seventh = items.find(({ file, kind }) => file.dumpPath === '07.txt' && kind === 'record');
    expect(seventh).toMatchObject({
      record: { start: 0, end: tasks[7]?.file.size, format: 'text', encoding: { name: 'utf-8' } },
      draft: { issues: [{ code: stopped, found: '1 s' }] },
    });
    const end = items.find(({ file, kind }) => file.dumpPath === '08.txt' && kind === 'file-end');
    expect(end).toMatchObject({
      bytes: tasks[8]?.file.size,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('in the middle of a large file is the only record lost of it', async () => {
    const lines = Array.from({ length: 400 }, (_, number) =>
      line(number, number % 170 === 33 ? 'FAULT loop' : ''),
    );
    const task = taskFor(folder.path, 'many.lines', lines.join(''), 20);
    const items = inShort(await parsed([task], { recordTimeoutMs: LIMIT_MS }));
    const stopped = [33, 203, 373];
    expect(items).toEqual([
      ...Array.from({ length: 380 }, (_, at) => at + 20).map((index) =>
        stopped.includes(index)
          ? `many.lines#${index} quarantined parse-timeout`
          : `many.lines#${index} article`,
      ),
      'many.lines end 400',
    ]);
  });

  it('is stopped when it is merely too large for the limit', async () => {
    const large = `${BODY} President Sami Haddad met Lena Orlov.\n`.repeat(115_000);
    const tasks = pagesWith({ 4: large });
    expect(tasks[4]?.file.size).toBeGreaterThan(14_000_000);
    const items = await parsed(tasks, { workers: 1, recordTimeoutMs: 150 });
    const outcomes = inShort(items).filter((item) => item.startsWith('04.txt'));
    expect(outcomes).toEqual(['04.txt#0 quarantined parse-timeout', '04.txt end 1']);
    expect(items).toHaveLength(40);
  });
});

describe('a worker that dies', () => {
  it('of a record that needs too much memory goes on without it', async () => {
    const tasks = pagesWith({ 3: 'FAULT memory' });
    const items = await parsed(tasks, { workerMemoryMegabytes: 64 });
    expect(inShort(items)).toEqual(expected({ 3: 'parse-memory' }));
    expect(items[6]).toMatchObject({ draft: { issues: [{ found: '64 MB' }] } });
  });

  it('of a bug fails with the bug and the place, after all that came before', async () => {
    const before = Array.from({ length: 300 }, () => taskFor(folder.path, 'before.txt', page(1)));
    const items = parseFiles([...before, ...pagesWith({ 5: 'FAULT throw' })], SETTINGS, PATIENT);
    let seen = 0;
    const reading = (async () => {
      for await (const item of items) if (item.file.dumpPath === 'before.txt') seen += 1;
    })();
    await expect(reading).rejects.toThrow(/^Parsing of 05\.txt, record 0, failed: .*the parser has a bug$/);
    // Files that came in the same group as the bug are not delivered any more.
    expect(seen).toBeGreaterThanOrEqual(2 * 256);
  });

  it('without a word fails too', async () => {
    await expect(parsed(pagesWith({ 5: 'FAULT exit' }))).rejects.toThrow('ended by itself (code 7)');
  });

  it('at its start fails', async () => {
    await expect(parsed(pagesWith({}), { workerFile: `${folder.path}/no-worker.js` })).rejects.toThrow(
      'no-worker.js',
    );
  });
});
