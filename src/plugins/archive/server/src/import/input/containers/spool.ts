import { closeSync, fstatSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { faultOf } from '../input-fault';
import type { RandomBytes } from './archive-format';
import type { ByteSource } from './byte-source';

/**
 * Lays bytes down in a temporary file that has no name any more, so that it is gone when its descriptor is closed or
 * the process ends. Its limit is the budget of the container that the bytes come from. @throws InputFault
 */
export async function spool(source: ByteSource): Promise<RandomBytes> {
  const descriptor = namelessFile();
  try {
    for (let bytes = await source.next(); bytes !== null; bytes = await source.next()) {
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
    }
    return { descriptor, size: fstatSync(descriptor).size };
  } catch (error) {
    closeSync(descriptor);
    throw faultOf(error);
  }
}

function namelessFile(): number {
  try {
    const folder = mkdtempSync(join(tmpdir(), 'strapi-archive-'));
    try {
      return openSync(join(folder, 'member'), 'wx+', 0o600);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  } catch (error) {
    throw faultOf(error);
  }
}
