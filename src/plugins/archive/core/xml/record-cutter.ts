import { GrowingBytes } from './growing-bytes';
import { MarkupScanner, type Mark, type ScanOptions } from './markup-scanner';
import type { UnitWidth } from './unit-width';

export interface CutOptions extends ScanOptions {
  /** A record of more bytes is not held. */
  readonly limit: number;
}

/** What stands before the first record, one record, or the end of the file. Positions are bytes of the file. */
export interface Cut {
  readonly kind: 'head' | 'record';
  /** Name of the record's element, without prefix; empty for the head. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Null where there are more than the limit. */
  readonly bytes: Uint8Array | null;
  /** How the record ended: by its end tag, because the next began, or with the file. */
  readonly ended: 'closed' | 'next-began' | 'file-ended';
}

/** Of what stands before the first record, as much is kept: names of the site, its authors and categories. */
const MOST_HEAD = 4 * 1024 * 1024;

/** Finds records in bytes that come piece by piece. Positions are units of markup: bytes, or pairs of them in UTF-16. */
export class RecordCutter {
  private readonly raw = new GrowingBytes();
  private readonly scanner: MarkupScanner;
  private scanned = 0;
  private started = false;
  private open: { name: string; start: number; tooLarge: boolean } | null = null;

  constructor(
    private readonly options: CutOptions,
    private readonly width: UnitWidth,
  ) {
    this.scanner = new MarkupScanner(options);
  }

  append(chunk: Uint8Array): void {
    this.raw.append(chunk);
    const end = Math.floor((this.raw.base + this.raw.length) / this.width.bytes);
    this.scanner.append(this.unitsBetween(this.scanned, end));
    this.scanned = end;
  }

  /** The records that are whole by now; at the file's end (`last`) also the one that is not. */
  *cuts(last: boolean): Generator<Cut> {
    for (let mark = this.scanner.next(last); mark !== null; mark = this.scanner.next(last)) {
      yield* this.atMark(mark);
    }
    if (last) yield* this.atEnd();
    else if (!this.started && this.raw.length > MOST_HEAD) yield this.head(this.scanner.position);
    this.forget();
  }

  private *atMark({ kind, name, start, end }: Mark): Generator<Cut> {
    if (kind === 'close') {
      if (this.open?.name === name) yield* this.closed(end);
      return;
    }
    // A record within a record of the same format is one whose end tag is missing.
    if (this.open !== null) yield this.cutAt(start, 'next-began');
    if (!this.started) yield this.head(start);
    this.dropTo(start);
    this.open = { name, start, tooLarge: false };
    if (kind === 'empty') yield this.cutAt(end, 'closed');
  }

  private *atEnd(): Generator<Cut> {
    const { end, isSkipping } = this.scanner;
    if (!this.started) yield this.head(end);
    if (this.open === null) return;
    if (isSkipping && !this.open.tooLarge) yield* this.withoutSkipping(this.open.start, end);
    else yield this.cutAt(end, 'file-ended');
  }

  private *closed(end: number): Generator<Cut> {
    const { name, start, tooLarge } = this.open ?? { name: '', start: end, tooLarge: true };
    const units = tooLarge || this.options.skipNothing ? null : this.unitsBetween(start, end);
    if (units !== null && hasSwallowed(units, name)) yield* this.withoutSkipping(start, end);
    else yield this.cutAt(end, 'closed');
  }

  /** Cuts a stretch anew where a CDATA section or comment that nobody ended has swallowed what follows it. */
  private *withoutSkipping(start: number, end: number): Generator<Cut> {
    this.open = null;
    const scanner = new MarkupScanner({ ...this.options, skipNothing: true }, start);
    scanner.append(this.unitsBetween(start, end));
    for (let mark = scanner.next(true); mark !== null; mark = scanner.next(true)) {
      if (mark.kind !== 'close') yield* this.atMark(mark);
      else if (this.isOpen()) yield this.cutAt(mark.end, 'closed');
    }
    if (this.isOpen()) yield this.cutAt(end, 'file-ended');
  }

  private isOpen(): boolean {
    return this.open !== null;
  }

  private head(end: number): Cut {
    this.started = true;
    const bytes = this.bytesBetween(0, Math.min(end, MOST_HEAD)).slice();
    return { kind: 'head', name: '', start: 0, end: end * this.width.bytes, bytes, ended: 'closed' };
  }

  private cutAt(end: number, ended: Cut['ended']): Cut {
    const { name = '', start = end, tooLarge = false } = this.open ?? {};
    const { bytes: width } = this.width;
    const isHeld = !tooLarge && (end - start) * width <= this.options.limit;
    // A copy, since the window moves on.
    const bytes = isHeld ? this.bytesBetween(start, end).slice() : null;
    this.open = null;
    this.dropTo(end);
    return { kind: 'record', name, start: start * width, end: end * width, bytes, ended };
  }

  private bytesBetween(start: number, end: number): Uint8Array {
    const { held, base } = this.raw;
    return held.subarray(start * this.width.bytes - base, end * this.width.bytes - base);
  }

  /** One byte for each unit: in UTF-16 itself where it is ASCII, otherwise 0x80. */
  private unitsBetween(start: number, end: number): Uint8Array {
    const bytes = this.bytesBetween(start, end);
    if (this.width.bytes === 1) return bytes;
    const [high, low] = this.width.bigEndian ? [0, 1] : [1, 0];
    return Uint8Array.from({ length: bytes.length >> 1 }, (_, index) => {
      const unit = bytes[index * 2 + low] ?? 0x80;
      return bytes[index * 2 + high] === 0 && unit < 0x80 ? unit : 0x80;
    });
  }

  private dropTo(position: number): void {
    this.raw.drop(Math.max(0, Math.min(position * this.width.bytes - this.raw.base, this.raw.length)));
  }

  /** Of an open record, and of the head, as much is kept as may be asked for; of the rest nothing. */
  private forget(): void {
    const { position } = this.scanner;
    if (this.open === null) {
      if (this.started) this.dropTo(position);
      return;
    }
    this.open.tooLarge ||= (position - this.open.start) * this.width.bytes > this.options.limit;
    if (this.open.tooLarge) this.dropTo(position);
  }
}

/** Whether a record holds the end of one and the start of another, hidden by a CDATA section that began in the first. */
function hasSwallowed(units: Uint8Array, name: string): boolean {
  const text = new TextDecoder('latin1').decode(units);
  const ended = text.indexOf(`</${name}>`);
  if (ended < 0 || ended === text.length - name.length - 3) return false;
  const next = text.indexOf(`<${name}`, ended);
  return next >= 0 && /[\s>]/.test(text.charAt(next + name.length + 1)) && text.includes('<![CDATA[', next);
}
