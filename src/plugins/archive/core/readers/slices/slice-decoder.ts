import { decodeAs, encodingOf, type DecodedAs } from '../../decode/decode';
import type { Encoding } from '../../source-record';

/** Turns the slices of one file into text, all with the same encoding. */
export interface SliceDecoder {
  readonly encoding: Encoding;
  /** `ahead`: what the window holds from the slice on, to judge by where the file was all ASCII so far. */
  decode(slice: Uint8Array, ahead: Uint8Array): DecodedAs;
}

/** Begins the codes of ISO-2022-JP, all of which are ASCII. */
const ESCAPE = 0x1b;
const AHEAD_BYTES = 64 * 1024;

/**
 * Decodes with the head's encoding. A head of ASCII alone leaves it open: then the first slice that has more decides,
 * together with what follows it, so that a file whose first name with an accent stands late is read well.
 */
export function sliceDecoder(ofHead: Encoding, head: Uint8Array): SliceDecoder {
  let encoding = ofHead;
  let open = ofHead.from === 'valid' && isAscii(head);
  return {
    get encoding() {
      return encoding;
    },
    decode(slice, ahead) {
      if (open && !isAscii(slice)) {
        encoding = encodingOf(ahead.subarray(0, Math.max(slice.length, AHEAD_BYTES)));
        open = false;
      }
      return decodeAs(slice, encoding, littleEndian(encoding.name));
    },
  };
}

/** The window holds all wider units in little-endian order. */
function littleEndian(name: string): string {
  return name.endsWith('be') ? `${name.slice(0, -2)}le` : name;
}

function isAscii(bytes: Uint8Array): boolean {
  // An index is several times as fast as an iterator here, and this sees every byte.
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80 || byte === ESCAPE) return false;
  }
  return true;
}
