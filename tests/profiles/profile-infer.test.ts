import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { PROJECT } from '../harness/project';
import { runCommand } from '../harness/run-command';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';

const SAMPLES = path.join(PROJECT, 'samples', 'sefina-courier');

interface Printed {
  readonly profile: { readonly name: string; readonly era: { readonly coverage: string } };
  readonly pages: number;
  readonly files: number;
  readonly findings: readonly {
    readonly key: string | null;
    readonly value: string;
    readonly pages: number;
  }[];
}

describe('profile infer', () => {
  let folder: TemporaryFolder;

  beforeAll(async () => {
    folder = await temporaryFolder();
  });
  afterAll(() => folder.remove());

  const infer = (...args: string[]) => runCommand(['profile', 'infer', ...args], { cwd: folder.path });

  it('prints the profile alone on stdout, and what it rests on beside it', async () => {
    const { code, stdout, stderr } = await infer(SAMPLES);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ name: 'sefina-courier', era: { coverage: '1999/2011' } });
    expect(stderr).toMatch(/^Learned from \d+ pages of 35 files:\n/);
    expect(stderr).toMatch(
      / markers +Media ID: → media\.legacyId: \d+ of \d+ pages \(\d+%\), such as "Media ID: /,
    );
  });

  it('tells the same as JSON', async () => {
    const { code, lines, stderr } = await infer('--json', '--name', 'Courier', SAMPLES);
    const [printed] = lines as Printed[];
    expect([code, stderr]).toEqual([0, '']);
    expect(printed).toMatchObject({ profile: { name: 'courier' }, files: 35 });
    expect(printed?.findings.find(({ key }) => key === 'end')).toMatchObject({
      pages: printed?.pages ? 30 : 0,
    });
  });

  it('writes a file that parse can use, and does not replace one without being told to', async () => {
    const file = path.join(folder.path, 'learned.json');
    expect((await infer('--out', 'learned.json', SAMPLES)).code).toBe(0);
    const page = path.join(SAMPLES, '0008-lighthouse-lamp.txt');
    const { lines } = await runCommand(['parse', '--profile', file, page], { cwd: folder.path });
    expect(lines).toMatchObject([
      {
        profile: { name: 'sefina-courier', version: 1 },
        article: {
          title: 'Rasmira: Lighthouse Keepers Bid Farewell to Oil Lamp, ‘Old Lady’',
          dateline: 'Rasmira',
        },
        media: [{ legacyId: '55102' }],
      },
    ]);
    const again = await infer('--out', 'learned.json', SAMPLES);
    expect([again.code, again.stdout]).toEqual([2, '']);
    expect(again.stderr).toContain('learned.json is there already');
    await writeFile(file, 'old');
    expect((await infer('--out', 'learned.json', '--force', SAMPLES)).code).toBe(0);
    expect(await readFile(file, 'utf8')).toContain('"sefina-courier"');
  });

  it('says where there is nothing to learn from, and tells what it could not read', async () => {
    await writeFile(path.join(folder.path, 'empty.txt'), '');
    const nothing = await infer('empty.txt');
    expect(nothing.code).toBe(2);
    expect(nothing.stderr).toContain('There are no pages of text in empty.txt');
    const { code, stderr } = await infer(SAMPLES, 'missing.txt');
    expect(code).toBe(1);
    expect(stderr).toContain('missing.txt: There is no such file or folder');
  });
});
