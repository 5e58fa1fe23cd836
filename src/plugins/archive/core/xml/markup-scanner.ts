import { GrowingBytes } from './growing-bytes';

/** The start or end tag of a record; `empty` for `<item/>`. Positions are characters of the file. */
export interface Mark {
  readonly kind: 'open' | 'empty' | 'close';
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface ScanOptions {
  /** Names of the elements that are records, without prefix; in lower case where `anyCase`. */
  readonly names: ReadonlySet<string>;
  readonly anyCase?: boolean;
  /** Comments and CDATA sections are text like any other, as in SGML where nobody escapes. */
  readonly skipNothing?: boolean;
}

const [LT, GT, SLASH, BANG, QUESTION, COLON] = [0x3c, 0x3e, 0x2f, 0x21, 0x3f, 0x3a];
/** A tag of a record longer than this is none. */
const LONGEST_TAG = 65_536;
const LONGEST_NAME = 64;
/** Longest thing that must be seen whole to know what a `<` opens: `<![CDATA[`. */
const LOOKAHEAD = 9;

/** What is skipped as a whole: its start, and the bytes that end it. */
const SKIPPED = [
  { start: '<![CDATA[', end: ']]>' },
  { start: '<!--', end: '-->' },
  { start: '<?', end: '?>' },
].map(({ start, end }) => ({ start: bytesOf(start), end: bytesOf(end) }));

/**
 * Finds the tags of records among bytes of markup that come piece by piece, one byte a character. What stands in
 * comments, CDATA sections and instructions is no tag. Each byte is looked at a fixed number of times.
 */
export class MarkupScanner {
  private readonly window = new GrowingBytes();
  private at = 0;
  /** Ends what is being skipped; null outside of such. */
  private until: Uint8Array | null = null;

  /** `base` is the position of the first byte that will come. */
  constructor(
    private readonly options: ScanOptions,
    base = 0,
  ) {
    this.window.base = base;
  }

  append(units: Uint8Array): void {
    this.window.append(units);
  }

  /** Everything before is done with. */
  get position(): number {
    return this.window.base + this.at;
  }

  /** Whether what comes next is inside a comment, a CDATA section or an instruction. */
  get isSkipping(): boolean {
    return this.until !== null;
  }

  get end(): number {
    return this.window.base + this.window.length;
  }

  /** The next tag of a record; null where more bytes are needed, or (`last`) there is none. */
  next(last: boolean): Mark | null {
    const { held } = this.window;
    for (;;) {
      if (this.until !== null && !this.skip(held, this.until, last)) break;
      const lt = held.indexOf(LT, this.at);
      if (lt < 0) this.at = held.length;
      if (lt < 0 || (!last && held.length - lt < LOOKAHEAD)) {
        if (lt >= 0) this.at = lt;
        break;
      }
      this.at = lt;
      const mark = this.markAt(held, lt, last);
      if (mark === 'unfinished') break;
      if (mark !== null) return mark;
    }
    this.window.drop(this.at);
    this.at = 0;
    return null;
  }

  /** Goes behind the end of what is skipped; false where that has not come yet. */
  private skip(held: Uint8Array, end: Uint8Array, last: boolean): boolean {
    const found = indexOfBytes(held, end, this.at);
    if (found < 0) {
      this.at = last ? held.length : Math.max(this.at, held.length - end.length + 1);
      return false;
    }
    this.at = found + end.length;
    this.until = null;
    return true;
  }

  /** Moves on behind the `<` at `lt`, or behind the tag of a record there. */
  private markAt(held: Uint8Array, lt: number, last: boolean): Mark | 'unfinished' | null {
    const next = held[lt + 1];
    if (next === BANG || next === QUESTION) {
      const skipped = this.options.skipNothing
        ? undefined
        : SKIPPED.find(({ start }) => startsWith(held, start, lt));
      this.at = lt + (skipped?.start.length ?? 1);
      this.until = skipped?.end ?? null;
      return null;
    }
    const from = next === SLASH ? lt + 2 : lt + 1;
    const name = this.nameAt(held, from, last);
    if (name === 'unfinished') return name;
    this.at = from;
    return name === null ? null : this.tagAt(held, lt, { from, ...name }, last);
  }

  /** The name of a record's element that stands at `from`; null where another stands there. */
  private nameAt(
    held: Uint8Array,
    from: number,
    last: boolean,
  ): { name: string; length: number } | 'unfinished' | null {
    let local = from;
    let end = from;
    while (end < held.length && end - from < LONGEST_NAME && isNameByte(held[end])) {
      if (held[end] === COLON) local = end + 1;
      end += 1;
    }
    if (end === held.length && !last) return 'unfinished';
    const written = String.fromCharCode(...held.subarray(local, end));
    const name = this.options.anyCase ? written.toLowerCase() : written;
    return this.options.names.has(name) ? { name, length: end - from } : null;
  }

  private tagAt(
    held: Uint8Array,
    lt: number,
    { from, name, length }: { from: number; name: string; length: number },
    last: boolean,
  ): Mark | 'unfinished' | null {
    const gt = held.indexOf(GT, from + length);
    if (gt < 0 && !last && held.length - lt < LONGEST_TAG) {
      this.at = lt;
      return 'unfinished';
    }
    if (gt < 0 || gt - lt > LONGEST_TAG) return null;
    this.at = gt + 1;
    const kind = from === lt + 2 ? 'close' : held[gt - 1] === SLASH ? 'empty' : 'open';
    const { base } = this.window;
    return { kind, name, start: base + lt, end: base + gt + 1 };
  }
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function startsWith(bytes: Uint8Array, start: Uint8Array, at: number): boolean {
  return start.every((byte, index) => bytes[at + index] === byte);
}

function indexOfBytes(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (startsWith(bytes, wanted, at)) return at;
  }
  return -1;
}

/** Letters, digits, `-`, `.`, `_`, `:`. */
function isNameByte(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  return (
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x30 && byte <= 0x3a) ||
    byte === 0x2d ||
    byte === 0x2e ||
    byte === 0x5f
  );
}
