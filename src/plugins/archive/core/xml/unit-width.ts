/** How the units of markup are written: in bytes, or in two bytes each. */
export interface UnitWidth {
  readonly bytes: 1 | 2;
  readonly bigEndian: boolean;
}

/** UTF-16 is told by its mark, or by the zero byte beside the first `<`. */
export function widthOf(head: Uint8Array): UnitWidth {
  const [first, second] = head;
  const bigEndian = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  const littleEndian = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  return { bytes: bigEndian || littleEndian ? 2 : 1, bigEndian };
}
