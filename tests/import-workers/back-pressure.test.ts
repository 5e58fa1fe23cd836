import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { parseFiles, type ParseTask } from '../../src/plugins/archive/server/src/import/input/parse-files';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import { BODY, inShort, line, page, parsed, PATIENT, SETTINGS, taskFor } from './dump';

let folder: TemporaryFolder;
let counter: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  counter = path.join(folder.path, 'counter');
  writeFileSync(counter, '');
});
afterEach(() => folder.remove());

const parsedSoFar = () => statSync(counter).size;

/** Waits until the workers have stood still for a while. */
async function standstill(): Promise<number> {
  let last = -1;
  for (;;) {
    const now = parsedSoFar();
    if (now === last && now > 0) return now;
    last = now;
    await sleep(700);
  }
}

/** About 3 KB of text, counted whenever it is parsed. */
const counted = () => `\nCOUNT ${counter}\n${BODY.repeat(34)}`;

describe('a slow consumer', () => {
  it('holds up the workers after some hundred small files, and misses nothing', async () => {
    const task = taskFor(folder.path, 'page.txt', page(1, counted()));
    let listed = 0;
    function* endless(): Generator<ParseTask> {
      for (; listed < 3000; listed += 1) yield task;
    }
    const items = parseFiles(endless(), SETTINGS, PATIENT);
    await items.next();
    // A worker is given at most 512 files and the group that fills them up.
    const ahead = await standstill();
    expect(ahead).toBeGreaterThan(200);
    expect(ahead).toBeLessThan(2 * (512 + 64) + 64);
    expect(listed).toBeLessThan(2 * (512 + 64) + 64);
    let rest = 0;
    for await (const item of items) if (item.kind === 'record') rest += 1;
    expect(rest).toBe(2999);
    expect(parsedSoFar()).toBe(3000);
  });

  it('holds up the worker inside a large file', async () => {
    const many = taskFor(folder.path, 'many.lines', line(1, counted()).repeat(3000));
    const items = parseFiles([many], SETTINGS, PATIENT);
    await items.next();
    // 4 Mi of weight, at 3,000 characters and one item a record.
    expect(await standstill()).toBeLessThan(1200);
    await items.return(undefined);
    const ended = parsedSoFar();
    await sleep(300);
    expect(parsedSoFar()).toBe(ended);
  });
});

describe('memory', () => {
  it('of a worker does not grow with the file', async () => {
    // 60 MB of pages through a worker that may use 48 MB.
    const many = taskFor(folder.path, 'many.lines', line(1, BODY.repeat(1400)).repeat(500));
    expect(many.file.size).toBeGreaterThan(55_000_000);
    const items = await parsed([many], { workers: 1, workerMemoryMegabytes: 48 });
    expect(items).toHaveLength(501);
    expect(inShort(items).filter((item) => !item.endsWith(' article'))).toEqual(['many.lines end 500']);
  });
});
