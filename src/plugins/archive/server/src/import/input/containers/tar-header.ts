import { tarText } from './tar-names';

export const TAR_BLOCK = 512;

/** What a header block says of the member behind it. */
export interface TarHeader {
  readonly name: string;
  readonly size: number;
  /** `0` and NUL are files, `5` is a folder, `1` and `2` are links, `x` `g` `L` `K` say more of what follows. */
  readonly type: string;
}

const CHECKSUM = { start: 148, end: 156 } as const;
const SPACE = 0x20;

/** Reads a header block (POSIX ustar, and the kinds before and beside it); null where its checksum is wrong. */
export function readTarHeader(block: Uint8Array): TarHeader | null {
  const stated = octal(block, CHECKSUM.start, CHECKSUM.end);
  if (stated === null || stated !== sumOf(block)) return null;
  const size = sizeIn(block);
  if (size === null) return null;
  const type = String.fromCharCode(block[156] ?? 0);
  // GNU tar has times where ustar has the first part of a long name.
  const isUstar = tarText(block.subarray(257, 265)) === 'ustar' && block[263] === 0x30;
  const prefix = isUstar ? tarText(block.subarray(345, 500)) : '';
  const last = tarText(block.subarray(0, 100));
  const name = prefix === '' ? last : `${prefix}/${last}`;
  // Before ustar, a folder was a file with a slash at its end.
  return {
    name,
    size: '12345'.includes(type) ? 0 : size,
    type: type === '\0' && name.endsWith('/') ? '5' : type,
  };
}

/** Of all bytes, those of the checksum itself counted as spaces. */
function sumOf(block: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < TAR_BLOCK; at++) {
    sum += at >= CHECKSUM.start && at < CHECKSUM.end ? SPACE : (block[at] ?? 0);
  }
  return sum;
}

/** In octal digits, or, from 8 GB on, as a number of 11 bytes behind a first byte of 0x80. */
function sizeIn(block: Uint8Array): number | null {
  if (block[124] !== 0x80) return octal(block, 124, 136);
  let size = 0;
  for (const byte of block.subarray(125, 136)) size = size * 256 + byte;
  return Number.isSafeInteger(size) ? size : null;
}

function octal(block: Uint8Array, start: number, end: number): number | null {
  const digits = tarText(block.subarray(start, end)).trim();
  return /^[0-7]{1,12}$/.test(digits) ? parseInt(digits, 8) : digits === '' && start === 124 ? 0 : null;
}
