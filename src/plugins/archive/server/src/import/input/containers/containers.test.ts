import { closeSync, openSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import fc from 'fast-check';

import { tarOf, zipOf, type Entry } from '../../../../../../../../tests/harness/build-archives';
import {
  temporaryFolder,
  type TemporaryFolder,
} from '../../../../../../../../tests/harness/temporary-folder';
import { openInput } from '../read-input';
import { isContainer, leavesOf } from './containers';
import { budgetFor, DEFAULT_CONTAINER_LIMITS, type ContainerLimits } from './container-limits';

jest.setTimeout(60_000);

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

/** What is in a container: `path: text`, `path! code`. */
async function list(
  bytes: Uint8Array,
  limits: Partial<ContainerLimits> = {},
  name = 'dump.bin',
): Promise<string[]> {
  const file = path.join(folder.path, name);
  writeFileSync(file, bytes);
  const input = openInput(file);
  const budget = budgetFor(bytes.length, { ...DEFAULT_CONTAINER_LIMITS, ...limits });
  const source = { next: () => input.next(), damage: () => null };
  const found: string[] = [];
  try {
    for await (const leaf of leavesOf(
      { member: null, path: name, source, random: input, depth: 0 },
      budget,
    )) {
      if ('trouble' in leaf) {
        found.push(`${leaf.member}! ${leaf.trouble.code}`);
        continue;
      }
      const chunks: Uint8Array[] = [];
      for (let part = await leaf.source.next(); part !== null; part = await leaf.source.next())
        chunks.push(part);
      const damage = leaf.source.damage();
      found.push(
        `${leaf.member}: ${Buffer.concat(chunks).toString().slice(0, 40)}${damage ? `! ${damage.code}` : ''}`,
      );
    }
  } finally {
    input.close();
  }
  return found;
}

const PAGES: Entry[] = [
  { name: 'a/0001.txt', content: 'First page.' },
  { name: 'a/0002.txt', content: '' },
  { name: `a/${'long-folder-name/'.repeat(20)}الثالث.txt`, content: 'Third page. '.repeat(1000) },
];
const LISTED = PAGES.map(({ name, content }) => `${name}: ${content.slice(0, 40).toString()}`);

describe('archives', () => {
  it('lists a tar, a zip, and both within gzip', async () => {
    const tar = await tarOf(PAGES);
    expect(await list(tar)).toEqual(LISTED);
    expect(await list(gzipSync(tar))).toEqual(LISTED);
    expect(await list(zipOf(PAGES))).toEqual(LISTED);
    expect(await list(gzipSync(zipOf(PAGES)))).toEqual(LISTED);
    expect(await list(zipOf(PAGES.map((page) => ({ ...page, claims: { method: 0 } }))))).toEqual(LISTED);
  });

  it('unpacks what a plain .gz holds, under no name', async () => {
    expect(await list(gzipSync('A page.'))).toEqual(['null: A page.']);
  });

  it('joins the paths of nested ones, up to the depth', async () => {
    const inner = gzipSync(await tarOf([{ name: 'x.txt', content: 'Deep.' }]));
    const zip = zipOf([
      { name: 'before.txt', content: 'Before.' },
      { name: 'inner.tar.gz', content: inner },
      { name: 'page.txt.gz', content: gzipSync('Packed.') },
    ]);
    const outer = await tarOf([
      { name: 'z.zip', content: zip },
      { name: 'after.txt', content: 'After.' },
    ]);
    const expected = [
      'z.zip/before.txt: Before.',
      'z.zip/inner.tar.gz/x.txt: Deep.',
      'z.zip/page.txt.gz: Packed.',
      'after.txt: After.',
    ];
    expect(await list(outer)).toEqual(expected);
    expect(await list(outer, { maxDepth: 2 })).toEqual([
      'z.zip/before.txt: Before.',
      'z.zip/inner.tar.gz! container-too-deep',
      'z.zip/page.txt.gz! container-too-deep',
      'after.txt: After.',
    ]);
  });

  it('refuses members that lead out, follows no link, and keeps the others', async () => {
    const evil: Entry[] = [
      { name: 'good.txt', content: 'Good.' },
      { name: '../up.txt', content: 'Evil.' },
      { name: '/etc/passwd', content: 'Evil.' },
      { name: 'a\\b.txt', content: 'Evil.' },
      { name: 'C:/c.txt', content: 'Evil.' },
      { name: '.hidden', content: 'Hidden.' },
      { name: 'last.txt', content: 'Last.' },
    ];
    const expected = [
      'good.txt: Good.',
      ...Array.from({ length: 4 }, () => 'null! member-unsafe'),
      'last.txt: Last.',
    ];
    expect(await list(zipOf(evil))).toEqual(expected);
    const links: Entry[] = [
      { name: 'link.txt', content: '/etc/passwd', type: 'symlink' },
      { name: 'hard.txt', content: 'good.txt', type: 'link' },
      { name: 'folder', content: '', type: 'directory' },
    ];
    // The tar builder writes names as they are, a leading slash apart.
    const inTar = evil.filter(({ name }) => !name.startsWith('/'));
    expect(await list(await tarOf([...links, ...inTar]))).toEqual([
      'link.txt! member-not-file',
      'hard.txt! member-not-file',
      ...expected.filter((_, index) => index !== 1),
    ]);
    const unixLink = { madeBy: 0x31e, attributes: 0xa1ff0000 };
    expect(await list(zipOf([{ name: 'link', content: '/etc', claims: unixLink }]))).toEqual([
      'link! member-not-file',
    ]);
  });

  it('tells encrypted, unknown and damaged members of a zip, and keeps the others', async () => {
    const zip = zipOf([
      { name: '1.txt', content: 'One.' },
      { name: '2.txt', content: 'Secret.', claims: { flags: 0x801 } },
      { name: '3.txt', content: 'Odd.', claims: { method: 14 } },
      { name: '4.txt', content: 'Sum.', claims: { crc: 1 } },
      { name: '5.txt', content: 'More than stated.', claims: { size: 4 } },
      { name: '6.txt', content: 'Less.', claims: { size: 50 } },
      { name: '7.txt', content: 'Seven.' },
    ]);
    expect(await list(zip)).toEqual([
      '1.txt: One.',
      '2.txt! member-unreadable',
      '3.txt! member-unreadable',
      '4.txt: Sum.! container-damaged',
      '5.txt: ! container-damaged',
      '6.txt: Less.! container-damaged',
      '7.txt: Seven.',
    ]);
  });

  it('stops at the limits of members and of unpacked bytes', async () => {
    const zip = zipOf(PAGES);
    expect(await list(zip, { maxMembers: 1 })).toEqual([LISTED[0], 'null! container-too-large']);
    expect((await list(zip, { maxBytes: 20 })).at(-1)).toMatch(/! container-too-large$/);
    const many = Array.from({ length: 20 }, (_, at) => ({
      name: `${at}.txt`,
      content: Buffer.alloc(10_000_000),
    }));
    const bomb = await list(zipOf(many));
    expect(bomb.length).toBeLessThan(20);
    expect(bomb.at(-1)).toMatch(/! container-too-large$/);
  });

  it('reads on behind damage in a tar', async () => {
    const tar = await tarOf(PAGES.map(({ content }, at) => ({ name: `${at}.txt`, content })));
    tar.fill(0xaa, 1024, 1536);
    expect(await list(tar)).toEqual([
      '0.txt: First page.',
      'null! container-damaged',
      `2.txt: ${PAGES[2]?.content.slice(0, 40).toString()}`,
    ]);
  });

  it.each([515, 700, 3000])('keeps what comes before the cut, in a tar cut at byte %i', async (cut) => {
    const found = await list((await tarOf(PAGES.slice(0, 1).concat(PAGES.slice(2)))).subarray(0, cut));
    expect(found.at(-1)).toMatch(/container-damaged$/);
  });

  it('tells a cut zip', async () => {
    expect(await list(zipOf(PAGES).subarray(0, -10))).toEqual(['null! container-damaged']);
  });

  it('takes neither text nor office documents for archives', () => {
    const docx = zipOf([{ name: '[Content_Types].xml', content: '<Types/>' }]);
    expect(isContainer(docx, 'letter.bin')).toBe(false);
    expect(isContainer(zipOf(PAGES), 'letter.docx')).toBe(false);
    expect(isContainer(Buffer.from('PKs and ustars'.padEnd(600)), 'a.txt')).toBe(false);
  });

  it('ends, and never throws, on archives with any bytes changed', async () => {
    const bases = [await tarOf(PAGES), zipOf(PAGES), gzipSync(await tarOf(PAGES))];
    const change = fc.record({ at: fc.nat(), to: fc.integer({ min: 0, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...bases),
        fc.array(change, { maxLength: 8 }),
        fc.nat(),
        async (base, changes, cut) => {
          const bytes = Buffer.from(base.subarray(0, base.length - (cut % 3 === 0 ? cut % base.length : 0)));
          for (const { at, to } of changes) bytes[at % Math.max(1, bytes.length)] = to;
          await list(bytes);
        },
      ),
      { numRuns: 150 },
    );
  });
});

it('leaves no descriptor open behind it', async () => {
  const zip = zipOf(PAGES);
  const probe = () => {
    const descriptor = openSync(__filename, 'r');
    closeSync(descriptor);
    return descriptor;
  };
  const before = probe();
  await list(await tarOf([{ name: 'a.zip', content: zip }]));
  expect(probe()).toBe(before);
  expect(statSync(__filename).isFile()).toBe(true);
});
