export interface ByteOrderMark {
  readonly name: string;
  /** In bytes. */
  readonly length: number;
}

/** UTF-32LE comes before UTF-16LE because its mark starts with the same two bytes. */
const MARKS: readonly { readonly name: string; readonly bytes: readonly number[] }[] = [
  { name: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { name: 'utf-32le', bytes: [0xff, 0xfe, 0x00, 0x00] },
  { name: 'utf-32be', bytes: [0x00, 0x00, 0xfe, 0xff] },
  { name: 'utf-16le', bytes: [0xff, 0xfe] },
  { name: 'utf-16be', bytes: [0xfe, 0xff] },
];

/** The byte-order mark at the start of the bytes (Unicode 16, section 23.8), or null. */
export function byteOrderMarkOf(bytes: Uint8Array): ByteOrderMark | null {
  const mark = MARKS.find(({ bytes: expected }) => expected.every((byte, index) => bytes[index] === byte));
  return mark === undefined ? null : { name: mark.name, length: mark.bytes.length };
}
