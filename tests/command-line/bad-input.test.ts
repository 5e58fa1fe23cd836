import { chmod, open } from 'node:fs/promises';
import path from 'node:path';

import type { ParseLine } from '../../src/plugins/archive/shared/parse-line';
import { bootSite } from '../harness/boot-site';
import { createDatabase, eachDatabase } from '../harness/databases';
import { importDumps, outcomesOf } from '../harness/import-dumps';
import { writeDump, writeProfile, type Page } from '../harness/invented-paper';
import { runCommand, type CommandOptions } from '../harness/run-command';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import type { TestDatabase } from '../harness/test-database';

const MB = 1024 * 1024;
const REPORT_MEMORY = `--require ${path.join(__dirname, 'report-memory.cjs')}`;
/** Root may read everything, so the command runs as `nobody` where the tests run as root. */
const NOBODY: CommandOptions = process.getuid?.() === 0 ? { uid: 65534 } : {};

const page = (title: string): Page => ({
  title,
  body: `${title}, the council said on Monday evening.\n\nThe members then went home before the ferry left.`,
});

/** What each bad file of the dump must be told as: its outcome, the issue and a piece of the advice. */
const TOLD: readonly (readonly [file: string, outcome: string, code: string, advice: string])[] = [
  ['2-empty.txt', 'rejected', 'file-empty', 'Check that it was copied whole'],
  ['3-binary.txt', 'rejected', 'file-binary', 'Leave it out, or convert it'],
  ['4-one-line.txt', 'quarantined', 'record-too-large', '--max-record-size'],
  ['5-broken.txt', 'quarantined', 'encoding-invalid', '--encoding'],
];

async function writeBadDump(folder: string): Promise<void> {
  const accented = 'Der Zug fährt früher über die Brücke. '.repeat(20);
  await writeDump(folder, {
    'dump/1-good.txt': page('The pump is mended'),
    'dump/2-empty.txt': '',
    'dump/6-good.txt': page('The pump is broken'),
    'locked/1.txt': page('The pump is sold'),
  });
  await writeBytes(path.join(folder, 'dump/3-binary.txt'), [
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 0, 0]),
  ]);
  await writeBytes(
    path.join(folder, 'dump/4-one-line.txt'),
    Array.from({ length: 50 }, () => Buffer.alloc(MB, 'word ')),
  );
  await writeBytes(path.join(folder, 'dump/5-broken.txt'), [
    Buffer.from(`The train | QUARROW LANTERN Archive 1990 - 2010\n\n${accented}`),
    Buffer.from([0xff, 0xc3, 0x28]),
    Buffer.from(accented),
  ]);
  for (const open of [folder, path.join(folder, 'dump')]) await chmod(open, 0o755);
  await chmod(path.join(folder, 'locked'), 0o000);
}

async function writeBytes(file: string, chunks: readonly Buffer[]): Promise<void> {
  const handle = await open(file, 'w');
  for (const chunk of chunks) await handle.write(chunk);
  await handle.close();
}

describe('bad input', () => {
  let folder: TemporaryFolder;
  let profile: string;
  const at = (...parts: string[]) => path.join(folder.path, ...parts);

  beforeAll(async () => {
    folder = await temporaryFolder();
    profile = await writeProfile(folder.path);
    await writeBadDump(folder.path);
  });
  afterAll(async () => {
    await chmod(at('locked'), 0o755);
    await folder.remove();
  });

  /** Each bad file and path has one line that names it and says what to do. */
  function expectTold(stderr: string): void {
    for (const [file, outcome, code, advice] of TOLD) {
      const about = stderr.split('\n').filter((line) => line.includes(file));
      expect(about).toEqual([expect.stringMatching(/\.$/)]);
      expect(about[0]).toContain(`${at('dump', file)}: ${outcome}, ${code}`);
      expect(about[0]).toContain(advice);
    }
    const missing = stderr.split('\n').filter((line) => line.includes('nowhere'));
    expect(missing).toEqual([`${at('nowhere')}: There is no such file or folder. Check the path.`]);
    const locked = stderr.split('\n').filter((line) => line.includes('locked'));
    expect(locked).toEqual([`${at('locked')}: It could not be opened (EACCES). Check that you may read it.`]);
  }

  it('is told by `parse` in one line each; the other files are parsed', async () => {
    const args = ['parse', '--profile', profile, at('dump'), at('nowhere'), at('locked')];
    const { code, stderr, lines } = await runCommand(args, NOBODY);
    expectTold(stderr);
    expect(code).toBe(1);
    const outcomes = (lines as ParseLine[]).map(({ file, outcome }) => `${path.basename(file)} ${outcome}`);
    expect(outcomes).toEqual([
      '1-good.txt article',
      ...TOLD.map(([file, outcome]) => `${file} ${outcome}`),
      '6-good.txt article',
    ]);
  });

  it('does not fill the memory: one line of 50 MB is never held whole', async () => {
    const mostMemory = async (file: string) => {
      const args = ['parse', '--profile', profile, at('dump', file)];
      const { stderr } = await runCommand(args, { env: { NODE_OPTIONS: REPORT_MEMORY } });
      return Number(/(\d+) KB\n$/.exec(stderr)?.[1]) * 1024;
    };
    const small = await mostMemory('1-good.txt');
    const large = await mostMemory('4-one-line.txt');
    expect(small).toBeGreaterThan(10 * MB);
    // Up to 16 MB of a record are gathered before it is given up. Held whole, this line takes 200 MB more.
    expect(large - small).toBeLessThan(120 * MB);
  });

  eachDatabase('imported', (kind) => {
    let database: TestDatabase;

    beforeAll(async () => {
      database = await createDatabase(kind);
      await (await bootSite({ database })).close();
      await chmod(at('locked'), 0o755);
      await importDumps(database, ['--profile', profile, at('locked')]);
      await chmod(at('locked'), 0o000);
    });
    afterAll(() => database.drop());

    it('is told in one line each; the other files are written and what was there before stays', async () => {
      const titles = async () =>
        (await database.rows('SELECT title FROM articles WHERE published_at IS NOT NULL ORDER BY id')).map(
          ({ title }) => title,
        );
      expect(await titles()).toEqual(['The pump is sold']);

      // The database of a test belongs to the tests' user, so the command cannot be another one here.
      const paths = [at('dump'), at('nowhere')];
      const done = await importDumps(database, ['--profile', profile, ...paths]);
      expectTold(
        `${done.stderr}${at('locked')}: It could not be opened (EACCES). Check that you may read it.`,
      );
      expect(outcomesOf(done)).toEqual({ created: 2, quarantined: 2, rejected: 2 });
      expect(done.report.pathsNotRead).toBe(1);
      expect(done.code).toBe(1);
      expect(await titles()).toEqual(['The pump is sold', 'The pump is mended', 'The pump is broken']);
    });
  });
});
