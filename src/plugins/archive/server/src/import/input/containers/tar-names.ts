const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const LATIN_1 = new TextDecoder('latin1');

/** Text up to its first zero byte. Old tapes name files in a code page that nobody noted: read as windows-1252. */
export function tarText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return decoded(end < 0 ? bytes : bytes.subarray(0, end));
}

/** The name in a GNU long-name header, which a zero byte ends. */
export function nameInExtension(bytes: Uint8Array): string | null {
  const name = tarText(bytes);
  return name === '' ? null : name;
}

/** What extended headers say of the member behind them, in place of what its own header says. */
export interface TarExtension {
  readonly path: string | null;
  readonly size: number | null;
}

/** Reads a pax header: lines such as `30 path=a/long/name.txt`, each with its own length. */
export function readPax(bytes: Uint8Array): TarExtension {
  let path: string | null = null;
  let size: number | null = null;
  for (let at = 0; at < bytes.length; ) {
    const blank = bytes.indexOf(0x20, at);
    const length = blank < 0 ? NaN : Number(decoded(bytes.subarray(at, Math.min(blank, at + 8))));
    if (!Number.isInteger(length) || length <= blank - at || at + length > bytes.length) break;
    const line = decoded(bytes.subarray(blank + 1, at + length - 1));
    // A zero byte is kept, so that the name is refused.
    if (line.startsWith('path=')) path = line.slice('path='.length);
    if (/^size=\d{1,15}$/.test(line)) size = Number(line.slice('size='.length));
    at += length;
  }
  return { path, size };
}

function decoded(bytes: Uint8Array): string {
  try {
    return UTF_8.decode(bytes);
  } catch {
    return LATIN_1.decode(bytes);
  }
}
