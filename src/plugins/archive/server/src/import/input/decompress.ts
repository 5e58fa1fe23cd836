import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

import type { Decompress } from '../../../../core/readers';

/** Unpacks the body of an HTTP response. One that ends early gives what there is. */
export const decompress: Decompress = (coding, bytes, mostBytes) => {
  const options = { maxOutputLength: mostBytes };
  for (const unpack of UNPACK[coding]) {
    try {
      return { bytes: unpack(bytes, options), cut: false, tooLarge: false };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return TOO_LARGE;
    }
    try {
      const part = unpack(bytes, { ...options, finishFlush: FLUSH[coding] });
      if (part.length > 0) return { bytes: part, cut: true, tooLarge: false };
    } catch {
      // It is not packed that way at all.
    }
  }
  return null;
};

const TOO_LARGE = { bytes: new Uint8Array(0), cut: true, tooLarge: true };

type Unpack = (bytes: Uint8Array, options: { maxOutputLength: number; finishFlush?: number }) => Buffer;

/** `deflate` means zlib's format, but some servers sent it bare. */
const UNPACK: Readonly<Record<Parameters<Decompress>[0], readonly Unpack[]>> = {
  gzip: [gunzipSync],
  deflate: [inflateSync, inflateRawSync],
  br: [brotliDecompressSync],
};

const FLUSH = {
  gzip: constants.Z_SYNC_FLUSH,
  deflate: constants.Z_SYNC_FLUSH,
  br: constants.BROTLI_OPERATION_FLUSH,
} as const;
