import { createHash } from 'node:crypto';
import { appendFileSync, rmSync } from 'node:fs';

import { readProfile } from '../../src/plugins/archive/core/profiles/profile';
import { parseFiles, type ParseTask } from '../../src/plugins/archive/server/src/import/input/parse-files';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import { BODY, inShort, line, page, parsed, PATIENT, SETTINGS, taskFor, wellDone } from './dump';
import { knowLinesFormat } from './lines-reader';

const MANY = 300;

let folder: TemporaryFolder;

beforeAll(async () => {
  knowLinesFormat();
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

const nameOf = (number: number) => `${String(number).padStart(4, '0')}.txt`;

function pages(inside: string, count: number): ParseTask[] {
  return Array.from({ length: count }, (_, index) =>
    taskFor(folder.path, `${inside}/${nameOf(index)}`, page(index)),
  );
}

function mixedDump(): ParseTask[] {
  const gone = taskFor(folder.path, 'mixed/gone.txt', page(1));
  rmSync(gone.file.absolute);
  const lines = Array.from({ length: 500 }, (_, index) => line(index, BODY.repeat(index % 40))).join('');
  return [
    ...pages('mixed/a', MANY),
    taskFor(folder.path, 'mixed/b.lines', lines),
    taskFor(folder.path, 'mixed/empty.txt', ''),
    gone,
    taskFor(
      folder.path,
      'mixed/picture.txt',
      Uint8Array.from({ length: 9000 }, (_, at) => (at * 7919) % 251),
    ),
    taskFor(folder.path, 'mixed/large.txt', page(1, `${BODY}\n`.repeat(6_000))),
    taskFor(folder.path, 'mixed/c.lines', lines, 450),
    ...pages('mixed/z', 100),
  ];
}

describe('items', () => {
  it.each([1, 3])(
    'come in the order of tasks and records, the same from %i workers as from none',
    async (workers) => {
      const tasks = mixedDump();
      const alone = await parsed(tasks, { workers: 0 });
      expect(inShort(alone).slice(0, 4)).toEqual(wellDone(['mixed/a/0000.txt', 'mixed/a/0001.txt']));
      expect(alone).toHaveLength(2 * MANY + 501 + 4 * 2 + 51 + 200);
      expect(await parsed(tasks, { workers })).toEqual(alone);
    },
  );

  it('keep their file as the very object of the task', async () => {
    const tasks = pages('same', 3);
    const items = await parsed(tasks);
    expect(items.every(({ file }, index) => file === tasks[Math.floor(index / 2)]?.file)).toBe(true);
  });

  it.each([0, 2])('leave out the records to skip but count them (%i workers)', async (workers) => {
    const content = [0, 1, 2, 3, 4].map((number) => line(number)).join('');
    const items = await parsed([taskFor(folder.path, 'skip.lines', content, 3)], { workers });
    expect(inShort(items)).toEqual(['skip.lines#3 article', 'skip.lines#4 article', 'skip.lines end 5']);
    const none = await parsed([taskFor(folder.path, 'skip.lines', content, 5)], { workers });
    expect(inShort(none)).toEqual(['skip.lines end 5']);
  });

  it('name the profile that was used as the object it was given', async () => {
    const { profile } = readProfile({ name: 'ferry', version: 3, title: 'Ferry', recognise: {} });
    const settings = { ...SETTINGS, profile };
    const task = taskFor(folder.path, 'named.txt', page(1));
    const [first] = await parsed([task], {}, settings);
    expect(first).toMatchObject({ kind: 'record', draft: { profile: { name: 'ferry', version: 3 } } });
    expect(first?.kind === 'record' && first.profile === profile).toBe(true);
  });
});

describe("a file's end", () => {
  it.each([0, 2])('has SHA-256 and size of the bytes as they were read (%i workers)', async (workers) => {
    const large = page(1, `${BODY}\n`.repeat(40_000));
    const small = page(2);
    const tasks = [taskFor(folder.path, 'large.txt', large), taskFor(folder.path, 'small.txt', small)];
    const settings = { ...SETTINGS, maxRecordBytes: 100_000 };
    const items = await parsed(tasks, { workers }, settings);
    expect(items.filter(({ kind }) => kind === 'file-end')).toEqual(
      [large, small].map((content, index) => ({
        kind: 'file-end',
        file: tasks[index]?.file,
        bytes: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
        modifiedAt: tasks[index]?.file.modifiedAt,
        records: 1,
        changed: false,
      })),
    );
  });

  it('tells that the file changed while it was read', async () => {
    const task = taskFor(folder.path, 'growing.lines', line(1).repeat(50));
    const items = parseFiles([task], SETTINGS, { ...PATIENT, workers: 0 });
    await items.next();
    appendFileSync(task.file.absolute, line(2));
    let last;
    for await (const item of items) last = item;
    expect(last).toMatchObject({ kind: 'file-end', changed: true });
  });

  it('has no SHA-256 where the file could not be read', async () => {
    const task = taskFor(folder.path, 'lost.txt', page(1));
    rmSync(task.file.absolute);
    const [record, end] = await parsed([task]);
    expect(record).toMatchObject({
      draft: { outcome: 'rejected', issues: [{ code: 'file-unreadable', found: 'ENOENT' }] },
    });
    expect(end).toMatchObject({ kind: 'file-end', sha256: null, bytes: 0, records: 1 });
  });
});

describe('an end before the end', () => {
  it('gives what was listed before the list failed, then the failure', async () => {
    const listed = pages('failing', 70);
    function* failing() {
      yield* listed;
      throw new Error('the list broke off');
    }
    const items: string[] = [];
    const reading = (async () => {
      for await (const item of parseFiles(failing(), SETTINGS, PATIENT)) items.push(item.kind);
    })();
    await expect(reading).rejects.toThrow('the list broke off');
    expect(items).toHaveLength(140);
  });

  it.each([0, 2])('comes at once with the signal, and with its reason (%i workers)', async (workers) => {
    const abort = new AbortController();
    const endless = function* () {
      const task = taskFor(folder.path, 'endless.txt', page(1));
      for (;;) yield task;
    };
    const items = parseFiles(endless(), SETTINGS, { ...PATIENT, workers, signal: abort.signal });
    for (let count = 0; count < 500; count += 1) await items.next();
    abort.abort(new Error('a person paused it'));
    await expect(items.next()).rejects.toThrow('a person paused it');
    expect(await items.next()).toEqual({ done: true, value: undefined });
  });

  it('interrupts a record that never ends', async () => {
    const abort = new AbortController();
    const task = taskFor(folder.path, 'stuck.txt', page(1, 'FAULT loop'));
    const next = parseFiles([task], SETTINGS, { ...PATIENT, signal: abort.signal }).next();
    setTimeout(() => {
      abort.abort(new Error('a person paused it'));
    }, 300);
    await expect(next).rejects.toThrow('a person paused it');
  });
});
