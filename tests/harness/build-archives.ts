import { once } from 'node:events';
import { crc32, deflateRawSync } from 'node:zlib';

import { pack, type Header } from 'tar-stream';

/** A file of an archive to build. */
export interface Entry {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Of a tar: `symlink`, `directory`, ...; else a file. */
  readonly type?: Header['type'];
  /** Of a zip: what its headers say instead of the truth. */
  readonly claims?: Partial<ZipClaims>;
}

export interface ZipClaims {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly madeBy: number;
  readonly attributes: number;
}

/** A tar of the entries. */
export async function tarOf(entries: readonly Entry[]): Promise<Buffer> {
  const tar = pack();
  const chunks: Buffer[] = [];
  tar.on('data', (chunk) => chunks.push(Buffer.from(chunk as Uint8Array)));
  for (const { name, content, type } of entries) {
    if (type === 'symlink' || type === 'link') tar.entry({ name, type, linkname: String(content) });
    else tar.entry({ name, type: type ?? 'file' }, Buffer.from(content));
  }
  tar.finalize();
  await once(tar, 'end');
  return Buffer.concat(chunks);
}

/** A zip of the entries, each deflated unless it claims method 0. */
export function zipOf(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claims = {} } of entries) {
    const plain = Buffer.from(content);
    const { flags = 0x800, method = 8, crc = crc32(plain), size = plain.length } = claims;
    const data = method === 0 ? plain : deflateRawSync(plain);
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0);
    fixed.writeUInt16LE(flags, 2);
    fixed.writeUInt16LE(method, 4);
    fixed.writeUInt32LE(crc, 10);
    fixed.writeUInt32LE(data.length, 14);
    fixed.writeUInt32LE(size, 18);
    fixed.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fixed, Buffer.from(name), data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(claims.attributes ?? 0, 6);
    tail.writeUInt32LE(offset, 10);
    const madeBy = Buffer.alloc(2);
    madeBy.writeUInt16LE(claims.madeBy ?? 20, 0);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02'), madeBy, fixed, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
