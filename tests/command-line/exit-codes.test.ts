import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { writeDump, writeProfile, type Page } from '../harness/invented-paper';
import { COMMAND_LINE, runCommand } from '../harness/run-command';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';

const GOOD: Page = {
  title: 'The pump is mended',
  body: 'The pump in the square is mended, the council said on Monday.\n\nIt had been dry since March.',
};
const WITHOUT_BODY = 'QUARROW LANTERN Archive 1990 - 2010\n';

describe('the command line', () => {
  let folder: TemporaryFolder;
  let profile: string;

  beforeAll(async () => {
    folder = await temporaryFolder();
    profile = await writeProfile(folder.path);
    await writeDump(folder.path, { 'good/1.txt': GOOD, 'mixed/1.txt': GOOD, 'mixed/2.txt': WITHOUT_BODY });
  });
  afterAll(() => folder.remove());

  const parse = (...args: string[]) =>
    runCommand(['parse', '--profile', profile, ...args], { cwd: folder.path });

  it.each([[['--help']], [['parse', '--help']], [['import', '--help']], [['--version']]])(
    'explains itself with %j: exit code 0',
    async (args) => {
      const { code, stdout, stderr } = await runCommand(args);
      expect(code).toBe(0);
      expect(stderr).toBe('');
      expect(stdout).toMatch(args.includes('--version') ? /^\d+\.\d+\.\d+\n$/ : /Usage: strapi-archive/);
      if (args[0] === 'parse')
        expect(stdout).toMatch(/--profile[\s\S]*Exit codes:\n +0 [\s\S]*\n +1 [\s\S]*\n +2 /);
    },
  );

  it('ends in silence where its reader has seen enough', async () => {
    await writeDump(
      folder.path,
      Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`many/${n}.txt`, GOOD])),
    );
    const script = `${process.execPath} ${COMMAND_LINE} parse --profile ${profile} many | head -n 1`;
    const { stdout, stderr } = await promisify(execFile)('sh', ['-c', script], { cwd: folder.path });
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toBe('');
  });

  it('refuses an empty path, which would mean the folder one is in', async () => {
    const { code, stdout, stderr } = await parse('');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('One of the paths is empty');
  });

  it('says that a folder is empty: exit code 2', async () => {
    await mkdir(path.join(folder.path, 'empty'));
    const { code, stdout, stderr } = await parse('empty');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('There are no files to read in empty');
  });

  it('ends with 0 where every record is an article', async () => {
    const { code, stderr, lines } = await parse('good');
    expect(lines).toHaveLength(1);
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  it('ends with 1 where a record is no article, or a path was not read; the others are printed', async () => {
    const refused = await parse('mixed');
    expect(refused.lines).toHaveLength(2);
    expect(refused.code).toBe(1);

    const missing = await parse('good', 'nowhere');
    expect(missing.lines).toHaveLength(1);
    expect(missing.stderr).toBe('nowhere: There is no such file or folder. Check the path.\n');
    expect(missing.code).toBe(1);
  });

  it.each([
    ['no command', []],
    ['an unknown command', ['digest']],
    ['no path', ['parse']],
    ['an unknown option', ['parse', '--colour', 'good']],
    ['an unknown profile', ['parse', '--profile', 'no-such-profile', 'good']],
    ['an unknown encoding', ['parse', '--encoding', 'utf-9', 'good']],
    ['a size that is none', ['parse', '--max-record-size', 'large', 'good']],
    ['nothing to read', ['parse', 'nowhere']],
  ])('ends with 2 for %s, says why and prints no result', async (_what, args) => {
    const { code, stdout, stderr } = await runCommand(args, { cwd: folder.path });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).not.toBe('');
    expect(stderr).not.toContain('    at ');
  });

  it('names the file, the key and the place to look at where a profile has an unknown key', async () => {
    const file = path.join(folder.path, 'odd.json');
    const odd = { name: 'odd', version: 1, title: 'Odd', recognise: {}, colour: 'green' };
    await writeDump(folder.path, { 'odd.json': JSON.stringify(odd) });
    const { code, stdout, stderr } = await runCommand(['parse', '--profile', file, 'good'], {
      cwd: folder.path,
    });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain(file);
    expect(stderr).toContain('"colour"');
    expect(stderr).toContain('docs/profiles.md');
  });

  it("leaves out a faulty profile among the project's own, and says so", async () => {
    const faulty = {
      'project/profiles/odd.json': '{"name": "odd"',
      'project/profiles/older.json': '{"age": 3}',
    };
    await writeDump(folder.path, faulty);
    const project = path.join(folder.path, 'project');
    const env = { ARCHIVE_PROJECT: project };
    const { code, lines, stderr } = await runCommand(['parse', 'good'], { cwd: folder.path, env });
    expect(lines).toHaveLength(1);
    expect(code).toBe(0);
    expect(stderr).toContain(
      `Profile ${path.join(project, 'profiles', 'odd.json')} is left out. It is not JSON`,
    );
    expect(stderr).toContain(`Profile ${path.join(project, 'profiles', 'older.json')} is left out.`);
  });
});
