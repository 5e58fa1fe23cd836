import { deflateRawSync, gzipSync } from 'node:zlib';

import fc from 'fast-check';

import type { ByteSource } from './byte-source';
import { budgetFor, DEFAULT_CONTAINER_LIMITS } from './container-limits';
import { gunzip } from './gunzip';

jest.setTimeout(60_000);

function sourceOf(bytes: Uint8Array, size: number): ByteSource {
  let at = 0;
  return {
    next: () => (at < bytes.length ? bytes.subarray(at, (at += size)) : null),
    damage: () => null,
  };
}

const roomy = (size: number) => budgetFor(size, DEFAULT_CONTAINER_LIMITS);

async function readAll(source: ByteSource): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for (let bytes = await source.next(); bytes !== null; bytes = await source.next()) chunks.push(bytes);
  return Buffer.concat(chunks);
}

async function unpack(bytes: Uint8Array, size = 7) {
  const source = gunzip(sourceOf(bytes, size), roomy(bytes.length));
  return { text: (await readAll(source)).toString(), damage: source.damage(), source };
}

/** A member whose header has a name, a comment, an extra field and a checksum of its own. */
function fullHeader(text: string): Buffer {
  const packed = gzipSync(text);
  const extras = Buffer.from('\x04\0slXXname\0comment\0cc', 'latin1');
  const head = Buffer.from(packed.subarray(0, 10));
  head[3] = 2 + 4 + 8 + 16;
  return Buffer.concat([head, extras, packed.subarray(10)]);
}

describe('gunzip', () => {
  it.each([1, 7, 100_000])('joins members, in chunks of %i bytes', async (size) => {
    const bytes = Buffer.concat([gzipSync('One. '), gzipSync(''), fullHeader('Two. '), gzipSync('Three.')]);
    expect(await unpack(bytes, size)).toMatchObject({ text: 'One. Two. Three.', damage: null });
  });

  it('passes over zeros behind the data', async () => {
    const bytes = Buffer.concat([gzipSync('Tape.'), Buffer.alloc(5000), gzipSync(' On.'), Buffer.alloc(9)]);
    expect(await unpack(bytes)).toMatchObject({ text: 'Tape. On.', damage: null });
  });

  it.each([3, 12, -12, -3])('tells data cut at %i', async (cut) => {
    const whole = gzipSync('Nine weeks at the gates.');
    const { damage } = await unpack(whole.subarray(0, cut));
    expect(damage?.code).toBe('container-damaged');
    expect(damage?.found).toMatch(/^gzip: the data ends at byte \d+$/);
  });

  it('tells other data behind the end', async () => {
    const good = gzipSync('Nine weeks.');
    const { text, damage } = await unpack(Buffer.concat([good, Buffer.from('<html> and more')]));
    expect({ text, damage }).toEqual({
      text: 'Nine weeks.',
      damage: { code: 'container-damaged', found: `gzip: other data at byte ${good.length}` },
    });
  });

  it('tells a wrong checksum and goes on at the next member', async () => {
    const bad = gzipSync('Second.');
    bad.writeUInt32LE(7, bad.length - 8);
    const first = gzipSync('First.');
    const { text, damage, source } = await unpack(Buffer.concat([first, bad, gzipSync('Third.')]));
    expect(text).toBe('First.Second.');
    expect(damage?.found).toBe(`gzip: wrong checksum of the member that starts at byte ${first.length}`);
    expect(await source.resume?.()).toBe(true);
    expect((await readAll(source)).toString()).toBe('Third.');
    expect(source.damage()).toBeNull();
    expect(await source.resume?.()).toBe(false);
  });

  it('goes on at the next member behind invalid data', async () => {
    const bad = gzipSync(Buffer.from(Array.from({ length: 3000 }, (_, at) => (at * 7919) % 251)));
    bad.fill(0xff, 100, 200);
    const { damage, source } = await unpack(Buffer.concat([gzipSync('First.'), bad, gzipSync('Third.')]));
    expect(damage?.found).toContain('invalid data in the member that starts at byte');
    expect(await source.resume?.()).toBe(true);
    expect((await readAll(source)).toString()).toBe('Third.');
  });

  it('stops a bomb at the limit, for good', async () => {
    const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024));
    const source = gunzip(sourceOf(bomb, 65_536), roomy(bomb.length));
    let length = 0;
    for (let bytes = await source.next(); bytes !== null; bytes = await source.next()) length += bytes.length;
    expect(length).toBeLessThan(90 * 1024 * 1024);
    expect(source.damage()?.code).toBe('container-too-large');
    expect(await source.resume?.()).toBe(false);
  });

  it('gives what was packed, whatever the chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 3000 }), { maxLength: 5 }),
        fc.integer({ min: 1, max: 4000 }),
        async (parts, size) => {
          const bytes = Buffer.concat(parts.map((part) => gzipSync(part)));
          const source = gunzip(sourceOf(bytes, size), roomy(bytes.length));
          expect(await readAll(source)).toEqual(Buffer.concat(parts));
          expect(source.damage()).toBeNull();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('ends, and never throws, on any bytes', async () => {
    const heads = [Buffer.alloc(0), gzipSync('x').subarray(0, 10), deflateRawSync('abc'), gzipSync('abc')];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 300 }), async (head, rest) => {
        const bytes = Buffer.concat([head, rest]);
        const source = gunzip(sourceOf(bytes, 50), roomy(bytes.length));
        do await readAll(source);
        while (source.damage() !== null && (await source.resume?.()));
      }),
      { numRuns: 100 },
    );
  });
});
