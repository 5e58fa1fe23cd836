import { open } from 'node:fs/promises';

/** Bytes of a file, the end excluded. */
export interface ByteSpan {
  readonly start: number;
  readonly end: number;
}

const SPACE = 0x20;
const LINE_BREAKS: ReadonlySet<number> = new Set([0x0a, 0x0d]);
const BYTES_A_STEP = 1024 * 1024;

/**
 * Copies a file with spaces in the place of the given spans. Line breaks stay, and so do the places of everything
 * else: what the ledger says of the other records of the file is still true.
 */
export async function writeBlankedCopy(
  source: string,
  copy: string,
  spans: readonly ByteSpan[],
): Promise<void> {
  const from = await open(source, 'r');
  try {
    const to = await open(copy, 'wx', 0o600);
    try {
      const bytes = Buffer.alloc(BYTES_A_STEP);
      for (let at = 0; ; ) {
        const { bytesRead } = await from.read(bytes, 0, bytes.length, at);
        if (bytesRead === 0) break;
        const step = bytes.subarray(0, bytesRead);
        for (const span of spans) blank(step, span.start - at, span.end - at);
        await to.writeFile(step);
        at += bytesRead;
      }
      await to.sync();
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

function blank(bytes: Buffer, start: number, end: number): void {
  for (let at = Math.max(0, start); at < Math.min(bytes.length, end); at += 1) {
    if (!LINE_BREAKS.has(bytes[at] ?? SPACE)) bytes[at] = SPACE;
  }
}
