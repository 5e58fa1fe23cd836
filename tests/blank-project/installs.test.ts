import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { PROJECT } from '../harness/project';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import { configurePlugin, NAMED_TARGETS, writeBlankProject } from './blank-project';
import { installTarball, packPlugin } from './install-plugin';
import { mustRun, runProgram, type ProgramResult } from './run-program';

interface Boot {
  readonly plugin: boolean;
  readonly contentTypes: readonly string[];
  readonly attributes: readonly string[];
  readonly saveTwice: { readonly told: boolean; readonly message: string } | null;
  readonly stories: readonly Readonly<Record<string, unknown>>[];
}

const SAMPLE = path.join(PROJECT, 'samples', 'sefina-courier', '0008-lighthouse-lamp.txt');
const PROFILE = path.join(PROJECT, 'profiles', 'sefina-courier.json');
/** Longer than the other tests: npm puts some 1,400 packages in place. */
const INSTALL = 600_000;

/** The package as others get it: packed, installed by npm into a project that shares nothing with this one. */
describe('the plugin, packed and installed in a blank Strapi project (npm runs no install scripts)', () => {
  let folder: TemporaryFolder;
  let project: string;
  let files: string[];

  const boot = async (...args: string[]): Promise<Boot> =>
    JSON.parse(await mustRun(process.execPath, [path.join(__dirname, 'boot.cjs'), ...args], project)) as Boot;
  const archive = (...args: string[]): Promise<ProgramResult> =>
    runProgram(path.join(project, 'node_modules', '.bin', 'strapi-archive'), args, project);
  const outcomes = async (...args: string[]): Promise<Record<string, number>> => {
    const { stdout, stderr } = await archive('import', '--json', ...args);
    if (stdout === '') throw new Error(stderr);
    const report = JSON.parse(stdout) as { outcomes: Record<string, number> };
    return Object.fromEntries(Object.entries(report.outcomes).filter(([, count]) => count > 0));
  };

  beforeAll(async () => {
    folder = await temporaryFolder();
    project = path.join(folder.path, 'blank');
    await mkdir(path.join(project, 'dump'), { recursive: true });
    await writeBlankProject(project);
    const packed = await packPlugin(folder.path);
    files = packed.files;
    await installTarball(packed.tarball, project);
    await copyFile(SAMPLE, path.join(project, 'dump', 'lamp.txt'));
  }, INSTALL);
  afterAll(async () => {
    await folder.remove();
  });
  beforeEach(async () => {
    await rm(path.join(project, '.tmp'), { recursive: true, force: true });
  });

  it('packs what is needed and no sources', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'README.md',
        'bin/strapi-archive.js',
        'dist/admin/index.mjs',
        'dist/cli/index.js',
        'dist/server/index.js',
        'profiles/asharq-al-awsat-english.json',
      ]),
    );
    expect(files.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))).toEqual([]);
  });

  it('boots without any configuration, and says what to configure before it can import', async () => {
    await rm(path.join(project, 'config', 'plugins.js'), { force: true });
    const { plugin, attributes, stories } = await boot();
    expect(plugin).toBe(true);
    expect(attributes).toEqual(expect.arrayContaining(['headline', 'era', 'dateEdtf', 'legacyId']));
    expect(stories).toEqual([]);

    const { code, stdout, stderr } = await archive('import', 'dump');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^strapi-archive: .*api::article\.article does not exist.*content\.article\.uid/),
    ]);
  });

  it('says which attribute is missing where headline or body would be lost', async () => {
    const { article } = NAMED_TARGETS.content;
    const attributes = { ...article.attributes, body: 'txet' };
    await configurePlugin(project, {
      content: { ...NAMED_TARGETS.content, article: { ...article, attributes } },
    });
    const { code, stderr } = await archive('import', 'dump');
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^strapi-archive: .*no attribute for the body.*content\.article\.attributes\.body/,
    );
  });

  it('imports into content types of its own, and tells a changed page from an edited story', async () => {
    await configurePlugin(project, NAMED_TARGETS);
    expect(await outcomes('dump', '--profile', PROFILE)).toEqual({ created: 1 });

    const { plugin, contentTypes, stories } = await boot();
    expect(plugin).toBe(true);
    expect(contentTypes).toEqual(expect.arrayContaining(['era', 'profile', 'import-job', 'ledger-record']));
    expect(stories).toEqual([
      expect.objectContaining({
        headline: 'Rasmira: Lighthouse Keepers Bid Farewell to Oil Lamp, ‘Old Lady’',
        text: expect.stringMatching(/^The keepers of the Rasmira lighthouse.*feast days\.$/s) as unknown,
        address: 'rasmira-lighthouse-keepers-bid-farewell-to-oil-lamp-old-lady',
        dateEdtf: '1999/2011',
        dateBasis: 'era',
        dumpPath: 'dump/lamp.txt',
        era: expect.objectContaining({ name: 'SEFINA COURIER English Archive' }) as unknown,
      }),
    ]);
    expect(await outcomes('dump', '--profile', PROFILE)).toEqual({ unchanged: 1 });

    const page = await readFile(SAMPLE, 'utf8');
    await writeFile(path.join(project, 'dump', 'lamp.txt'), page.replace('four miles', 'five sea miles'));
    expect(await outcomes('dump', '--profile', PROFILE)).toEqual({ updated: 1 });
    const [changed] = (await boot()).stories;
    expect(changed?.['text']).toContain('could be seen five sea miles');
  });

  it("answers a taken slug with one of Strapi's own errors, which the admin shows to the editor", async () => {
    await configurePlugin(project, NAMED_TARGETS);
    const { saveTwice } = await boot('--save-twice');
    expect(saveTwice).toEqual({
      told: true,
      message: expect.stringContaining('"twice" is taken') as unknown,
    });
  });
});
